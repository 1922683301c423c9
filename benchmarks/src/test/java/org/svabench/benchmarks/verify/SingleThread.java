package org.svabench.benchmarks.verify;

import java.util.function.Consumer;
import org.svabench.model.Design;
import org.svabench.model.Machine;
import org.svabench.model.topology.Topology;

/** The oracle's parts on one thread, step by step as a test says. */
final class SingleThread {
  private static final long SEED = 20261127;

  final Arena arena;
  private final Verdict verdict = new Verdict();

  SingleThread(Design design, Topology topology) {
    final SimulatedHardware hardware = new SimulatedHardware(topology, design.decoder(), verdict);
    final Machine machine = Machine.with(topology, design).hardware(hardware).build();
    arena = new Arena(new SvaCalls(machine), hardware, verdict);
  }

  /** Runs steps; the first broken promise, or null. */
  Violation run(Consumer<OracleThread> steps) {
    final Throwable[] thrown = new Throwable[1];
    final OracleThread thread =
        new OracleThread(arena, 0, SEED) {
          @Override
          public void run() {
            try {
              steps.accept(this);
            } catch (Throwable any) {
              thrown[0] = any;
            }
          }
        };
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
    if (thrown[0] != null) {
      throw new AssertionError(thrown[0]);
    }
    return verdict.violation();
  }

  /** Binds a device of a process and lets it translate. */
  void bindAndUse(OracleThread thread, AddressSpace space, int device) {
    thread.binding(space);
    if (arena.calls.bind(thread.cpu, space.mm, arena.topology.device(device)) != 0) {
      throw new AssertionError("device " + device + " cannot be bound");
    }
    new Translator(arena, thread).use(space, device);
  }
}
