package org.svabench.model.mm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Steps of allocation and attach that fail by plan. */
class FaultPlanTest {
  private final FaultPlan plan = new FaultPlan();
  private final Cpu cpu = new ReadSections().register(null, plan);

  @Test
  void theStepThatIsNamedFailsAndNoOther() {
    plan.failAt(1, Errno.EINVAL);

    assertFalse(cpu.allocationFails());
    assertFalse(plan.failed());
    assertTrue(cpu.allocationFails());
    assertFalse(cpu.allocationFails());
    assertTrue(plan.failed());
    assertEquals(3, plan.steps());
  }

  @Test
  void anAttachFailsWithTheErrorOfThePlan() {
    plan.failAt(1, Errno.EINVAL);

    assertEquals(0, cpu.attachFails());
    assertEquals(Errno.EINVAL, cpu.attachFails());
    assertEquals(0, cpu.attachFails());
  }

  @Test
  void aPlanThatIsClearedLetsEverythingPass() {
    plan.failAt(0, Errno.ENOMEM);
    plan.clear();

    assertFalse(cpu.allocationFails());
    assertEquals(0, cpu.attachFails());
    assertFalse(plan.failed());
  }

  @Test
  void withoutAPlanNothingFails() {
    Cpu unplanned = new ReadSections().register(null, null);
    assertFalse(unplanned.allocationFails());
    assertEquals(0, unplanned.attachFails());
  }

  @Test
  void errorsHaveTheirNamesAndOthersTheirNumber() {
    assertEquals("0", Errno.name(0));
    assertEquals("-EINVAL", Errno.name(Errno.EINVAL));
    assertEquals("-E77", Errno.name(-77));
  }
}
