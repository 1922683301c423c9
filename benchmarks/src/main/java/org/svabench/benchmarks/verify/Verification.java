package org.svabench.benchmarks.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.svabench.model.Design;
import org.svabench.model.sva.LockScope;
import org.svabench.model.topology.Topology;
import org.svabench.results.table.Table;

/**
 * Runs rounds over all designs and indexes of a plan, in passes, until the time is up or a promise
 * is broken. Blocking; starts threads of its own and ends them.
 */
public final class Verification {
  private static final double SECONDS_PER_PASS = 60;
  private static final double SHORTEST_ROUND_SECONDS = 0.05;
  private static final double NANOS = 1e9;

  private final VerificationPlan plan;
  private final List<VerifiedCase> cases = new ArrayList<>();
  private final SplittableRandom seeds;
  private Round brokenRound;
  private Round.Outcome broken;

  /**
   * Prepares a run.
   *
   * @param plan what to verify
   */
  public Verification(VerificationPlan plan) {
    this.plan = plan;
    this.seeds = new SplittableRandom(plan.seed());
    for (Design design : plan.designs()) {
      for (NamedIndex index : NamedIndex.under(design)) {
        if (plan.indexes().isEmpty() || plan.indexes().contains(index.name())) {
          cases.add(new VerifiedCase(design, index));
        }
      }
    }
  }

  /**
   * Combinations of a design and an index that the plan chooses.
   *
   * @return 0 or above
   */
  public int cases() {
    return cases.size();
  }

  /**
   * Verifies.
   *
   * @param progress is told now and then, in one line, what is being done and how much is left
   * @return whether every promise was kept
   */
  public boolean run(Consumer<String> progress) {
    final long end = System.nanoTime() + (long) (plan.seconds() * NANOS);
    for (int pass = 0; broken == null && System.nanoTime() - end < 0; pass++) {
      final double passSeconds = Math.min(SECONDS_PER_PASS, (end - System.nanoTime()) / NANOS);
      for (int i = 0; i < cases.size() && broken == null; i++) {
        final VerifiedCase now = cases.get(i);
        progress.accept(
            String.format(
                Locale.ROOT,
                "verify %d/%d %s, %.0f s left",
                i + 1,
                cases.size(),
                now,
                Math.max(0, (end - System.nanoTime()) / NANOS)));
        run(now, pass, passSeconds / cases.size());
      }
    }
    return broken == null;
  }

  private void run(VerifiedCase now, int pass, double seconds) {
    final List<Topology> topologies =
        plan.topologies().isEmpty()
            ? VerifiedTopologies.of(now.design.family())
            : plan.topologies();
    final double roundSeconds = Math.max(SHORTEST_ROUND_SECONDS, seconds / topologies.size());
    for (int i = 0; i < topologies.size() && broken == null; i++) {
      final Round round =
          new Round(
              now.design,
              now.index,
              topologies.get(i),
              (pass + i) % 2 == 0 ? LockScope.GLOBAL : LockScope.PER_MM,
              plan.threads(),
              seeds.nextLong(),
              SvaCalls::new);
      final long begin = System.nanoTime();
      final Round.Outcome outcome = round.run((long) (roundSeconds * NANOS));
      now.nanos += System.nanoTime() - begin;
      now.rounds++;
      now.counts.add(outcome.counts());
      if (outcome.violation() != null) {
        broken = outcome;
        brokenRound = round;
      }
    }
  }

  /**
   * What was done and checked, a line per design and index and one for all.
   *
   * @return a table, lines ending with a newline
   */
  public String table() {
    final Table table =
        new Table(
            2,
            List.of(
                "design",
                "index",
                "rounds",
                "operations",
                "notifications",
                "translations checked",
                "entries checked",
                "translations/s"));
    final VerifiedCase all = new VerifiedCase(null, null);
    for (VerifiedCase each : cases) {
      add(table, each.design.name(), each.index.name(), each);
      all.counts.add(each.counts);
      all.nanos += each.nanos;
      all.rounds += each.rounds;
    }
    add(table, "all", "", all);
    return table.toText();
  }

  private static void add(Table table, String design, String index, VerifiedCase row) {
    table.add(
        List.of(
            design,
            index,
            grouped(row.rounds),
            grouped(row.counts.operations()),
            grouped(row.counts.notifications),
            grouped(row.counts.translations),
            grouped(row.counts.entriesChecked),
            grouped(row.nanos == 0 ? 0 : (long) (row.counts.translations * NANOS / row.nanos))));
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /**
   * The promise that was broken, and the history that led to it.
   *
   * @return lines; empty where none was
   */
  public List<String> failure() {
    if (broken == null) {
      return List.of();
    }
    final List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "BROKEN: %s, index %s, topology %s, lock scope %s",
            brokenRound.design().name(),
            brokenRound.index().name(),
            brokenRound.topology().name(),
            brokenRound.lockScope()));
    lines.add(broken.violation().what());
    lines.add("What led to it, on all threads, times before it was found:");
    lines.addAll(broken.history());
    return lines;
  }
}
