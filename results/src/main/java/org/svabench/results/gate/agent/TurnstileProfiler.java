package org.svabench.results.gate.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.util.Statistics;

/**
 * Stops a fork at the border of every iteration until it is its turn, and tells the gate what each
 * iteration measured, warm-up included.
 *
 * <p>Named first by {@code -prof}, so that the other profilers start after the turn was given and
 * stop before it is handed on. After its last iteration the fork waits once more, so that its end
 * does not fall into an iteration of the other fork. Where the gate is gone the fork ends itself: a
 * parked JVM is never left behind.
 *
 * <p>The protocol is lines over a loopback socket. The fork writes {@code hello SECRET ARM}, {@code
 * wait} before and {@code done …} after every iteration; the gate answers {@code go}. The last
 * iteration of the warm-up adds {@code settled PID} where none but the first two started a thread:
 * the gate may then keep the measuring thread on one CPU without keeping there what it starts. The
 * last iteration of all adds {@code last}, and {@code restless} where a thread was started since.
 * Called by one thread, JMH's own, one call at a time.
 */
public final class TurnstileProfiler implements InternalProfiler {
  /**
   * Environment variable that JMH's fork inherits: port, secret and arm, separated by colons. A
   * variable and not an option, because every version of JMH hands the environment on.
   */
  public static final String ENVIRONMENT = "SVABENCH_TURNSTILE";

  /** Exit status of a fork whose gate is gone. */
  private static final int ABANDONED = 75;

  /** Iterations in which a benchmark may start what it needs. */
  private static final int SETTING_UP = 2;

  private BufferedReader in;
  private Writer out;
  private long started;
  private int measured;
  private int warmed;
  private long threads;

  /** As JMH makes its profilers. */
  public TurnstileProfiler() {}

  @Override
  public String getDescription() {
    return "Takes turns with another fork";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    if (in == null) {
      connect();
    }
    send("wait");
    awaitGo();
    started = System.nanoTime();
  }

  @Override
  @SuppressWarnings("rawtypes") // as JMH declares it
  public Collection<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    long ended = System.nanoTime();
    if (result.getRawPrimaryResults().isEmpty()) {
      // The benchmark threw: JMH says what, unless a profiler fails before it can.
      return Collections.<Result>emptyList();
    }
    boolean measurement = iteration.getType() == IterationType.MEASUREMENT;
    boolean last = measurement && ++measured == iteration.getCount();
    boolean settled = !measurement && settled(++warmed, iteration.getCount());
    Result primary = result.getPrimaryResult();
    Statistics statistics = primary.getStatistics();
    send(
        "done "
            + (measurement ? 'm' : 'w')
            + ' '
            + started
            + ' '
            + ended
            + ' '
            + primary.getScore()
            + ' '
            + statistics.getPercentile(50)
            + ' '
            + statistics.getPercentile(99)
            + ' '
            + primary.getScoreUnit()
            + (last ? " last" : "")
            + (last && threadsStarted() != threads ? " restless" : "")
            + (settled ? " settled " + ProcessHandle.current().pid() : ""));
    if (last) {
      awaitGo();
    }
    return Collections.<Result>emptyList();
  }

  /** Whether the warm-up is over and has started no thread since its second iteration. */
  private boolean settled(int iteration, int iterations) {
    long now = threadsStarted();
    if (iteration <= SETTING_UP) {
      threads = now;
    }
    return iteration == iterations && iteration > SETTING_UP && now == threads;
  }

  private static long threadsStarted() {
    return ManagementFactory.getThreadMXBean().getTotalStartedThreadCount();
  }

  private void connect() {
    String[] address = System.getenv(ENVIRONMENT).split(":");
    try {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(address[0]));
      socket.setTcpNoDelay(true);
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      abandon();
    }
    send("hello " + address[1] + ' ' + address[2]);
  }

  private void send(String line) {
    try {
      out.write(line + '\n');
      out.flush();
    } catch (IOException e) {
      abandon();
    }
  }

  private void awaitGo() {
    try {
      if (in.readLine() == null) {
        abandon();
      }
    } catch (IOException e) {
      abandon();
    }
  }

  private static void abandon() {
    Runtime.getRuntime().halt(ABANDONED);
  }
}
