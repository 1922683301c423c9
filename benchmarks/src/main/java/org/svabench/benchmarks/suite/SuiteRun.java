package org.svabench.benchmarks.suite;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;
import org.svabench.results.doctor.ForkWatch;
import org.svabench.results.run.DiskFault;
import org.svabench.results.run.ForkRecord;
import org.svabench.results.run.RunState;

/**
 * Runs a plan fork by fork. Each finished fork is kept on the disk before the next starts, so a run
 * that is killed at any moment loses at most the fork under way.
 *
 * <p>A row that fails once is given up for this run; the others go on. {@link #stop} may be called
 * by another thread at any time; everything else belongs to one thread.
 */
public final class SuiteRun {
  private static final long MILLISECONDS_FOR_A_SIGNAL = 200;

  private final Plan plan;
  private final long seed;
  private final RunFiles files;
  private final ForkRunner runner;
  private final Progress progress;
  private final ForkWatch watch;
  private final Map<Row, RowForks> rows = new LinkedHashMap<>();

  private int position;
  private Duration spent = Duration.ZERO;
  private Duration estimatedOfSpent = Duration.ZERO;
  private boolean stopped;
  private boolean ended;

  SuiteRun(
      Plan plan, long seed, RunFiles files, ForkRunner runner, Progress progress, ForkWatch watch) {
    this.plan = plan;
    this.seed = seed;
    this.files = files;
    this.runner = runner;
    this.progress = progress;
    this.watch = watch;
    plan.rows().forEach(row -> rows.put(row, new RowForks(row, plan.rounds())));
  }

  /** Takes up what an earlier part of the run has finished; forks of rows not planned are left. */
  void takeUp(Collection<FinishedFork> finished) {
    for (FinishedFork fork : finished) {
      position = Math.max(position, fork.position());
      rows.values().stream()
          .filter(row -> row.row().fileName().equals(fork.row()) && !row.has(fork.round()))
          .forEach(row -> row.add(fork));
    }
  }

  /**
   * Runs what is missing.
   *
   * @return {@link RunState#FINISHED}, or {@link RunState#FAILED} where a row failed
   * @throws ForkFailed if nothing could run any more, or the disk refuses; what was finished is
   *     kept
   */
  public RunState run() throws ForkFailed {
    try {
      begin();
      turns();
      boolean failed = rows.values().stream().anyMatch(RowForks::failed);
      RunState state = failed ? RunState.FAILED : RunState.FINISHED;
      end(state, failed ? "a row failed" : null);
      return state;
    } catch (ForkFailed e) {
      throw ended(e);
    } catch (IOException e) {
      throw ended(ForkFailed.ofRun("cannot write into " + files.path() + ": " + DiskFault.in(e)));
    } finally {
      progress.end();
    }
  }

  /** A run that was killed may have kept a fork that its other files do not know of yet. */
  private synchronized void begin() throws IOException {
    files.reserve(total());
    if (done() > 0) {
      files.results(rows.values(), rows.values());
    }
    publish(RunState.RUNNING, null);
  }

  private void turns() throws ForkFailed, IOException {
    ForkStore store = files.forks();
    for (int round = 1; round <= plan.rounds(); round++) {
      for (Row row : plan.turns(round, seed)) {
        RowForks forks = rows.get(row);
        if (!forks.has(round) && !forks.failed()) {
          turn(forks, round, store);
        }
      }
    }
  }

  private ForkFailed ended(ForkFailed why) {
    try {
      end(RunState.INTERRUPTED, why.getMessage());
    } catch (IOException e) {
      why.addSuppressed(e);
    }
    return why;
  }

  private void turn(RowForks forks, int round, ForkStore store) throws ForkFailed, IOException {
    Row row = forks.row();
    waitWhereStopped();
    progress.starting(row, round, done(), total(), left());
    watch.begin();
    try {
      BenchmarkResult result = runner.run(row);
      ForkRecord record = watch.end(round, ++position);
      spent = spent.plus(Duration.ofMillis(Math.round(1000 * record.seconds())));
      estimatedOfSpent = estimatedOfSpent.plus(row.shape().fork());
      FinishedFork fork = new FinishedFork(row.fileName(), record, result);
      keep(forks, fork, store);
      Result<?> score = result.getPrimaryResult();
      progress.finished(
          row, String.format(Locale.ROOT, "%.4g %s", score.getScore(), score.getScoreUnit()));
    } catch (ForkFailed e) {
      giveWayToStop();
      if (e.fatal()) {
        throw e;
      }
      forks.fail(e.getMessage());
      progress.failed(row, e.getMessage());
      publish(RunState.RUNNING, null);
    }
  }

  private synchronized void keep(RowForks forks, FinishedFork fork, ForkStore store)
      throws IOException {
    waitWhereStopped();
    store.keep(fork);
    forks.add(fork);
    try {
      files.results(List.of(forks), rows.values());
    } catch (IOException e) {
      // It is kept, but run.json must not count what jmh.json does not hold.
      forks.remove(fork);
      throw e;
    }
    publish(RunState.RUNNING, null);
  }

  private synchronized void publish(RunState state, String reason) throws IOException {
    if (!stopped) {
      files.record(state, reason, rows.values());
    }
  }

  private synchronized void end(RunState state, String reason) throws IOException {
    if (!stopped) {
      files.lastRecord(state, reason, rows.values());
    }
    ended = true;
  }

  /**
   * A signal that ends the run reaches its fork too, and the fork's end may be seen before the
   * signal: wait a moment, so that the row is not blamed for it.
   */
  private void giveWayToStop() {
    try {
      Thread.sleep(MILLISECONDS_FOR_A_SIGNAL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    waitWhereStopped();
  }

  /** After {@link #stop} nothing is started or written any more: the JVM is about to end. */
  private synchronized void waitWhereStopped() {
    while (stopped) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /**
   * Ends the run from outside: what was finished is kept, and the record says why.
   *
   * @param reason such as the signal
   * @return false if the run had ended already
   */
  synchronized boolean stop(String reason) {
    if (ended || stopped) {
      return false;
    }
    try {
      files.lastRecord(RunState.INTERRUPTED, reason, rows.values());
    } catch (IOException e) {
      // The record stays at "running"; the forks themselves are on the disk.
    }
    stopped = true;
    return true;
  }

  /** Rows with their forks, in the order of the plan. */
  Collection<RowForks> rows() {
    return rows.values();
  }

  /** The comparison of what there is, for the screen. */
  String summary() {
    return files.summary(rows.values());
  }

  int done() {
    return rows.values().stream().mapToInt(RowForks::finished).sum();
  }

  int total() {
    return rows.size() * plan.rounds();
  }

  /** What is left by the estimate, corrected by how the estimate did so far. */
  private Duration left() {
    Duration planned = Duration.ZERO;
    for (RowForks row : rows.values()) {
      if (!row.failed()) {
        int missing = plan.rounds() - row.finished();
        planned = planned.plus(row.row().shape().fork().multipliedBy(missing));
      }
    }
    double correction =
        estimatedOfSpent.isZero() ? 1 : (double) spent.toMillis() / estimatedOfSpent.toMillis();
    return Duration.ofMillis((long) (planned.toMillis() * correction));
  }
}
