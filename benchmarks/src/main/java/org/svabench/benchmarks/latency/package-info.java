/**
 * Latency of calls, as HdrHistograms that JMH carries without loss from the threads of a fork to
 * its result.
 *
 * <p>A benchmark takes a {@link org.svabench.benchmarks.latency.LatencyRecorder} as a parameter and
 * asks it for a {@link org.svabench.benchmarks.latency.TimedCall} per call it times:
 *
 * <pre>{@code
 * @Setup(Level.Trial)
 * public void setUp(LatencyRecorder latency) {
 *   bind = latency.call("bind", BONDS);
 * }
 *
 * @Benchmark
 * @OperationsPerInvocation(BONDS)
 * public void bind() {
 *   for (int bond = 0; bond < BONDS; ) {
 *     int end = bond + bind.callsPerSample();
 *     long begin = bind.begin();
 *     while (bond < end) {
 *       machine.bind(cpu, mms[bond++], device);
 *     }
 *     bind.end(begin);
 *   }
 * }
 * }</pre>
 *
 * <p>That is closed-loop service time: the next call starts when the last one has returned, so a
 * pause delays calls that are never counted as late (coordinated omission). {@link
 * org.svabench.benchmarks.latency.Arrivals} makes calls at a fixed rate instead and records how
 * long each one took from when it should have started.
 */
package org.svabench.benchmarks.latency;
