package org.svabench.benchmarks.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.Control;

class TimedCallTest {
  private final Control window = new Control();

  @Test
  void onlySamplesThatLieInTheMeasuredWindowAreRecorded() {
    TimedCall call = opened(1, 256);

    call.end(call.begin());
    long early = call.begin();
    window.startMeasurement = true;
    call.end(early);
    assertNull(call.result());

    call.end(call.begin());
    call.end(call.begin());
    long late = call.begin();
    window.stopMeasurement = true;
    call.end(late);
    call.end(call.begin());

    assertEquals(2, call.result().histogram().getTotalCount());
  }

  @Test
  void anIterationStartsWithNothing() {
    TimedCall call = opened(1, 256);
    window.startMeasurement = true;
    call.end(call.begin());

    call.open(window);

    assertNull(call.result());
  }

  @Test
  void aResultIsNotChangedByTheNextIteration() {
    TimedCall call = opened(1, 256);
    window.startMeasurement = true;
    call.end(call.begin());
    HistogramResult first = call.result();

    call.open(window);
    call.end(call.begin());
    call.end(call.begin());

    assertEquals(1, first.histogram().getTotalCount());
  }

  @Test
  void samplesThatTheTimerWouldDominateAreMadeLonger() {
    TimedCall call = opened(8, 256);
    window.startMeasurement = true;
    call.end(call.begin());

    call.lengthenFor(0);
    assertEquals(8, call.callsPerSample());

    call.lengthenFor(RecordedTimes.HIGHEST);
    assertEquals(64, call.callsPerSample());
    call.lengthenFor(RecordedTimes.HIGHEST);
    call.lengthenFor(RecordedTimes.HIGHEST);
    assertEquals(256, call.callsPerSample());
  }

  @Test
  void aCallThatWasNeverTimedIsNotJudged() {
    TimedCall call = opened(8, 256);

    call.lengthenFor(RecordedTimes.HIGHEST);

    assertEquals(8, call.callsPerSample());
  }

  private TimedCall opened(int callsPerSample, int mostCalls) {
    TimedCall call = new TimedCall("bind", callsPerSample, mostCalls);
    call.open(window);
    return call;
  }
}
