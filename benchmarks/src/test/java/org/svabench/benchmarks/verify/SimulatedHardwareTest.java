package org.svabench.benchmarks.verify;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.svabench.model.Design;
import org.svabench.model.Designs;
import org.svabench.model.mm.Bond;
import org.svabench.model.topology.Topology;

class SimulatedHardwareTest {
  private static Iterable<Design> designs() {
    return Designs.all();
  }

  /** Two devices of an own group each, behind one IOMMU. */
  private static Topology twoDevices(Design design) {
    return VerifiedTopologies.of(design.family()).get(0);
  }

  @ParameterizedTest
  @MethodSource("designs")
  void unbindForgetsTheEntryOfItsDeviceAndOfNoOther(Design design) {
    final SingleThread single = new SingleThread(design, twoDevices(design));
    final AddressSpace space = single.arena.live.get(0);

    assertNull(
        single.run(
            thread -> {
              single.bindAndUse(thread, space, 0);
              final Bond first = thread.cpu.bond();
              single.bindAndUse(thread, space, 1);
              single.arena.calls.unbind(thread.cpu, first);
              new Translator(single.arena, thread).use(space, 1);
            }));

    assertFalse(space.entry(0).usable(), "the entry of the device that was unbound");
    assertTrue(space.entry(1).usable(), "the entry of the device that is still bound");
  }

  @ParameterizedTest
  @MethodSource("designs")
  void exitForgetsEveryEntry(Design design) {
    final SingleThread single = new SingleThread(design, twoDevices(design));
    final AddressSpace space = single.arena.live.get(0);

    assertNull(
        single.run(
            thread -> {
              single.bindAndUse(thread, space, 0);
              single.bindAndUse(thread, space, 1);
              single.arena.calls.exit(thread.cpu, space.mm);
            }));

    assertFalse(space.entry(0).usable());
    assertFalse(space.entry(1).usable());
  }
}
