package org.svabench.benchmarks.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.svabench.benchmarks.choice.DesignChoice;
import org.svabench.benchmarks.choice.TopologyChoice;
import org.svabench.benchmarks.verify.Verification;
import org.svabench.benchmarks.verify.VerificationPlan;
import org.svabench.results.input.BadInput;
import org.svabench.results.input.Nearest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code verify}: the oracle. */
@Command(
    name = "verify",
    sortOptions = false,
    description = {
      "Looks for lost invalidations. Threads translate through simulated IOTLBs and device TLBs",
      "while others change page tables, notify, bind, unbind, fork and exit; a translation that",
      "outlives its invalidation is shown with what led to it, and the exit code is 1.",
    },
    footer = {
      "",
      "Example: java -jar benchmarks.jar verify --seconds 60 --design vtd-bitset,vtd-6.14",
      "",
      "What is checked, and what cannot be shown: benchmarks/docs/oracle.md."
    })
final class VerifyCommand implements Callable<Integer> {
  private static final int MAX_THREADS = 256;

  /** A week. */
  private static final int MAX_SECONDS = 604_800;

  @Spec private CommandSpec spec;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "for how long, all designs and indexes together (default: ${DEFAULT-VALUE})")
  private double seconds = 20;

  @Option(
      names = "--design",
      split = OptionTypes.COMMA,
      splitSynopsisLabel = ",",
      paramLabel = "NAME",
      description = "designs, or all (default: all)")
  private List<String> designs = List.of(DesignChoice.ALL);

  @Option(
      names = "--index",
      split = OptionTypes.COMMA,
      splitSynopsisLabel = ",",
      paramLabel = "NAME",
      description =
          "indexes, or own for the one that the design comes with (default: every one that the"
              + " design can use)")
  private List<String> indexes = List.of();

  @Option(
      names = "--topology",
      paramLabel = "NAME|FILE",
      description = "a machine (default: three small ones in turn, with one of everything)")
  private String topology;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "2 or more (default: one more than processors, 3 to 8)")
  private int threads = VerificationPlan.usualThreads();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "decides what each thread does, not how they interleave (default: random)")
  private long seed = ThreadLocalRandom.current().nextLong(1, 1_000_000_000);

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Override
  public Integer call() {
    final PrintWriter out = spec.commandLine().getOut();
    final Verification verification = new Verification(plan());
    if (verification.cases() == 0) {
      throw new BadInput("--index " + String.join(",", indexes) + " fits none of the designs");
    }
    out.printf(Locale.ROOT, "seed %d, %d threads, %s s%n", seed, threads, seconds);
    out.flush();
    final boolean kept = verification.run(progress(out));
    out.print(verification.table());
    verification.failure().forEach(out::println);
    out.println(
        kept
            ? "no stale entry, no broken invariant"
            : "again: verify --seed " + seed + " (threads may interleave otherwise)");
    out.flush();
    return kept ? ExitCode.GOOD : ExitCode.NO;
  }

  private VerificationPlan plan() {
    if (!(seconds > 0) || seconds > MAX_SECONDS) {
      throw new BadInput("--seconds " + seconds + ": must be above 0, at most " + MAX_SECONDS);
    }
    if (threads < 2 || threads > MAX_THREADS) {
      throw new BadInput("--threads " + threads + ": must be 2.." + MAX_THREADS);
    }
    for (String index : indexes) {
      if (!VerificationPlan.indexNames().contains(index)) {
        throw new BadInput(
            "--index "
                + index
                + ": no index of this name; "
                + Nearest.hint(index, VerificationPlan.indexNames()));
      }
    }
    return new VerificationPlan(
        seconds,
        DesignChoice.of(designs),
        indexes,
        topology == null ? List.of() : List.of(TopologyChoice.of(topology)),
        threads,
        seed);
  }

  private static Consumer<String> progress(PrintWriter out) {
    if (!Terminal.onStandardOutput()) {
      return unused -> {};
    }
    return line -> {
      out.print("\r" + line + "\u001b[K");
      out.flush();
    };
  }
}
