package org.svabench.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.svabench.model.mm.Bond;
import org.svabench.model.mm.Errno;
import org.svabench.model.sva.IommuMm;
import org.svabench.model.topology.Family;
import org.svabench.model.topology.Topology;
import org.svabench.model.topology.TopologyBuilder;

/** A bind that fails at any step leaves everything as it was; VT-d has a test of its own. */
class ArmAndAmdFaultInjectionTest {
  private static final int SOME_ERROR = Errno.EINVAL;

  static Stream<Design> designs() {
    return Designs.all().stream().filter(design -> design.family() != Family.VTD);
  }

  /** A group of two and a single device behind one unit, a single device behind another. */
  private static Topology topology() {
    TopologyBuilder machine = Topology.named("faults", Family.VTD).iommu("unit0").iommu("unit1");
    machine.device(0).group(0);
    machine.device(0).group(0);
    machine.device(0);
    machine.device(1);
    return machine.build();
  }

  @ParameterizedTest
  @MethodSource("designs")
  void everyStepOfAFirstBindCanFail(Design design) {
    assertTrue(failEverywhere(design, List.of(), 0) >= 4);
  }

  @ParameterizedTest
  @MethodSource("designs")
  void everyStepOfALaterBindCanFail(Design design) {
    assertTrue(failEverywhere(design, List.of(2), 0) >= 3, "a group into the same unit");
    assertTrue(failEverywhere(design, List.of(0, 2), 3) >= 3, "a device behind another unit");
  }

  private static int failEverywhere(Design design, List<Integer> boundBefore, int device) {
    int step = 0;
    while (true) {
      Rig rig = new Rig(topology(), design);
      boundBefore.forEach(each -> assertEquals(0, rig.bind(each)));
      State before = new State(rig);
      rig.faults.failAt(step, SOME_ERROR);
      int error = rig.bind(device);
      boolean reached = rig.faults.failed();
      rig.faults.clear();
      if (!reached) {
        assertEquals(0, error);
        return step;
      }
      String message = design + " step " + step;
      if (error == 0) {
        // Where a shared domain cannot be attached, another one is allocated.
        rig.machine.unbind(rig.cpu, rig.bonds.remove(rig.bonds.size() - 1));
      }
      assertEquals(before, new State(rig), message);
      assertEquals(0, rig.bind(device), message);
      rig.unbindAll();
      assertEquals(0, IommuMm.of(rig.mm).objectsInUse(), message);
      rig.machine.exit(rig.cpu, rig.mm);
      assertEquals(0, rig.machine.pasidsInUse(), message);
      step++;
    }
  }

  /** What must not change: domains, users, and whom a notification tells. */
  private record State(List<Integer> domains, List<Integer> handles, List<String> told, int inUse) {
    State(Rig rig) {
      this(
          rig.machine.domains(rig.mm).stream().map(Machine.DomainState::users).toList(),
          new ArrayList<>(rig.bonds.stream().map(Bond::users).toList()),
          told(rig),
          IommuMm.of(rig.mm).objectsInUse());
    }

    private static List<String> told(Rig rig) {
      rig.restart();
      return rig.invalidatePages(0x8000, 1).log.take();
    }
  }
}
