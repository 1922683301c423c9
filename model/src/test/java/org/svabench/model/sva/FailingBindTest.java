package org.svabench.model.sva;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.svabench.model.Rig;
import org.svabench.model.mm.Errno;
import org.svabench.model.mm.Mm;
import org.svabench.model.topology.Family;
import org.svabench.model.topology.Topology;
import org.svabench.model.topology.TopologyBuilder;

/** What a bind says when it fails, and what it leaves: nothing. */
class FailingBindTest {
  private static Topology topology() {
    TopologyBuilder builder = Topology.named("two widths", Family.VTD).iommu("dmar0");
    builder.device(0);
    builder.device(0).maxPasids(2);
    return builder.build();
  }

  /** Where a first bind fails: PASID before handle before domain. */
  @ParameterizedTest
  @CsvSource({
    "vtd-6.6, 0, -ENOSPC",
    "vtd-6.6, 1, -ENOMEM",
    "vtd-6.12, 0, -ENOMEM",
    "vtd-6.12, 1, -ENOSPC",
    "vtd-6.12, 2, -ENOMEM"
  })
  void theStepThatFailsIsNamedAndTheNextBindWorks(String design, int step, String error) {
    Rig rig = Rig.of(topology(), design);
    rig.faults.failAt(step, Errno.ENODEV);
    int failed = rig.bind(0);
    assertTrue(rig.faults.failed());
    assertEquals(error, Errno.name(failed));
    assertNull(rig.cpu.bond());
    rig.faults.clear();
    assertEquals(0, rig.bind(0));
    rig.unbindAll();
    rig.machine.exit(rig.cpu, rig.mm);
    assertEquals(0, rig.machine.pasidsInUse());
  }

  @Test
  void anMmWhoseTablesADeviceCannotWalkIsBusyAndGetsNoPasid() {
    Rig rig = Rig.of(topology(), "vtd-6.12");
    rig.mm.dmaIncompatible(true);
    assertEquals(Errno.EBUSY, rig.bind(0));
    assertEquals(0, rig.machine.pasidsInUse());
  }

  @Test
  void aPasidMustBeBelowTheNumberADeviceHas() {
    Rig rig = Rig.of(topology(), "vtd-6.12");
    Mm second = rig.machine.newMm();
    assertEquals(0, rig.bind(0));
    assertEquals(0, rig.machine.bind(rig.cpu, second, rig.machine.topology().device(0)));
    assertEquals(2, second.pasid());
    assertEquals(0, rig.bind(1));
    assertEquals(
        Errno.EOVERFLOW, rig.machine.bind(rig.cpu, second, rig.machine.topology().device(1)));
  }
}
