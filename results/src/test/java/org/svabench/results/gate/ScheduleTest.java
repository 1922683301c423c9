package org.svabench.results.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.ForkLog;
import org.svabench.results.gate.record.PairKind;
import org.svabench.results.gate.record.PairRecord;
import org.svabench.results.gate.record.Pairing;
import org.svabench.results.gate.verdict.Outcome;
import org.svabench.results.gate.verdict.Pairs;
import org.svabench.results.gate.verdict.Rules;
import org.svabench.results.jmh.ResultKey;

class ScheduleTest {
  private static final double SECONDS = 10;

  private static ResultKey key(int n) {
    return new ResultKey("demo.Kernels.k" + n, "avgt", 1, Map.of());
  }

  private static GatePlan.Row row(int n, boolean ruler) {
    return new GatePlan.Row(key(n), Pairing.TURNSTILE, Pairs.SHAPE, null, null, null, ruler);
  }

  private static Trial trial(int rows, int rulers) {
    List<GatePlan.Row> all = new ArrayList<>();
    IntStream.range(0, rows).forEach(n -> all.add(row(n, false)));
    IntStream.range(rows, rows + rulers).forEach(n -> all.add(row(n, true)));
    return new Trial(Plans.of(all));
  }

  private static PairRecord measured(Schedule.Next next, double log) {
    Map<Arm, ForkLog> forks =
        Map.of(
            Arm.BASELINE,
            Pairs.fork("ns/op", i -> 1000),
            Arm.CANDIDATE,
            Pairs.fork("ns/op", i -> 1000 * Math.exp(log)));
    return new PairRecord(
        1,
        next.row(),
        next.kind(),
        Pairing.TURNSTILE,
        Pairs.SHAPE,
        next.first(),
        "",
        SECONDS,
        0,
        0,
        null,
        null,
        forks);
  }

  /** Runs to the end; a pair takes ten seconds. */
  private static List<Schedule.Next> run(Trial trial, Duration budget, double log) {
    Schedule schedule = new Schedule(trial, budget);
    List<Schedule.Next> all = new ArrayList<>();
    Duration spent = Duration.ZERO;
    for (Schedule.Next next = schedule.next(spent); next != null; next = schedule.next(spent)) {
      all.add(next);
      PairRecord pair = measured(next, next.kind() == PairKind.CONTROL ? 0 : log);
      schedule.ran(pair);
      trial.add(pair);
      spent = spent.plusMillis((long) (1000 * SECONDS));
    }
    return all;
  }

  @Test
  void openRowsTakeTurnsSoThatASlowMinuteHitsAll() {
    List<Schedule.Next> all = run(trial(4, 0), null, 0);

    Map<ResultKey, Integer> sofar = new HashMap<>();
    for (Schedule.Next next : all) {
      if (next.kind() == PairKind.MEASURE) {
        sofar.merge(next.row(), 1, Integer::sum);
        int most = sofar.values().stream().max(Integer::compare).orElseThrow();
        int least = sofar.size() < 4 ? 0 : sofar.values().stream().min(Integer::compare).get();
        assertTrue(most - least <= 1, sofar.toString());
      }
    }
    assertEquals(4, sofar.size());
  }

  @Test
  void eachArmStartsEquallyOften() {
    List<Schedule.Next> all =
        run(trial(1, 0), null, 0).stream().filter(n -> n.kind() == PairKind.MEASURE).toList();

    assertEquals(8, all.size());
    assertEquals(4, all.stream().filter(next -> next.first() == Arm.BASELINE).count());
  }

  @Test
  void onePairInTenHoldsTheBaselineAgainstItself() {
    List<Schedule.Next> all = run(trial(4, 0), null, 0);

    assertEquals(32, all.stream().filter(n -> n.kind() == PairKind.MEASURE).count());
    assertEquals(3, all.stream().filter(n -> n.kind() == PairKind.CONTROL).count());
  }

  @Test
  void aRunOfASingleRowHasAControlToo() {
    List<Schedule.Next> all = run(trial(1, 0), null, 0);

    assertEquals(1, all.stream().filter(n -> n.kind() == PairKind.CONTROL).count());
  }

  @Test
  void rulersShareThePlaceOfTheControlsAndAreNotJudged() {
    Trial trial = trial(4, 2);
    List<Schedule.Next> all = run(trial, null, 0);

    assertEquals(1, all.stream().filter(n -> n.kind() == PairKind.RULER).count());
    assertEquals(4, trial.verdict().rows().size());
    assertEquals(1, trial.verdict().controls().get(1).pairs());
  }

  @Test
  void aSlowDownIsConfirmedInAMovedLayout() {
    List<Schedule.Next> all = run(trial(1, 0), null, Math.log(1.2));

    List<Schedule.Next> fresh =
        all.stream().filter(next -> next.kind() == PairKind.CONFIRM).toList();
    assertEquals(Rules.standard().confirmations(), fresh.size());
    assertTrue(fresh.stream().allMatch(next -> next.padding() > 0));
    assertTrue(
        all.stream()
            .filter(next -> next.kind() == PairKind.MEASURE)
            .allMatch(next -> next.padding() == 0));
  }

  @Test
  void aShortBudgetDecidesAFewRowsInsteadOfNone() {
    Trial trial = trial(6, 0);

    List<Schedule.Next> all = run(trial, Duration.ofSeconds(230), 0);

    assertTrue(all.size() * SECONDS <= 230, all.size() + " pairs");
    long decided =
        trial.verdict().rows().stream().filter(row -> row.outcome() == Outcome.PASS).count();
    assertEquals(2, decided);
    assertEquals(4, trial.verdict().count(Outcome.INCONCLUSIVE));
  }

  @Test
  void theBudgetOfDecidedRowsGoesToTheOthers() {
    Trial trial = trial(2, 0);
    Schedule schedule = new Schedule(trial, Duration.ofSeconds(420));
    Duration spent = Duration.ZERO;
    int noisy = 0;
    for (Schedule.Next next = schedule.next(spent); next != null; next = schedule.next(spent)) {
      boolean spread = next.row().equals(key(0)) && next.kind() == PairKind.MEASURE;
      noisy += spread ? 1 : 0;
      PairRecord pair = measured(next, spread ? 0.6 * (noisy * 7 % 30 / 14.5 - 1) : 0);
      schedule.ran(pair);
      trial.add(pair);
      spent = spent.plusSeconds(10);
    }

    assertEquals(Outcome.PASS, trial.verdict().rows().get(1).outcome());
    assertTrue(noisy >= 20, noisy + " pairs of the noisy row");
  }

  @Test
  void theSameSeedGivesTheSameOrder() {
    assertEquals(run(trial(5, 1), null, 0), run(trial(5, 1), null, 0));
  }

  @Test
  void nothingIsLeftToRunOnceAllIsDecided() {
    Trial trial = trial(1, 0);
    run(trial, null, 0);

    assertNull(new Schedule(trial, null).next(Duration.ZERO));
    assertNotNull(trial.verdict());
  }
}
