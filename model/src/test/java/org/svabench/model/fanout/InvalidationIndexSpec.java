package org.svabench.model.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Iommu;
import org.svabench.model.topology.Topology;

/** What every index does, for one thread. Each kind and size of index has a subclass. */
abstract class InvalidationIndexSpec {
  private static final int OPERATIONS = 2000;

  private final Indexes kind;
  private final Topology topology;
  private final IndexFixture fixture;

  InvalidationIndexSpec(Indexes kind, int iommus, int devicesEach) {
    this.kind = kind;
    this.topology = IndexFixture.grid(iommus, devicesEach);
    this.fixture = new IndexFixture(kind, topology);
  }

  final IndexFixture fixture() {
    return fixture;
  }

  private Heard heard() {
    return new Heard().tellAll(fixture.index);
  }

  private static Set<Device> of(Set<Device> devices, boolean ats) {
    Set<Device> chosen = new HashSet<>(devices);
    chosen.removeIf(device -> device.ats() != ats);
    return chosen;
  }

  private static Set<Iommu> iommusOf(Set<Device> devices) {
    Set<Iommu> iommus = new HashSet<>();
    devices.forEach(device -> iommus.add(device.iommu()));
    return iommus;
  }

  @Test
  void nobodyIsToldWhereNothingIsBound() {
    assertEquals(List.of(), heard().iommus);
  }

  @Test
  void anIommuIsToldOnceHoweverManyDevicesAreBehindIt() {
    int iommus = topology.iommuCount();
    for (int i = 0; i < topology.deviceCount() / iommus; i++) {
      fixture.bind(i * iommus);
    }
    assertEquals(List.of(topology.iommu(0)), heard().iommus);
  }

  @Test
  void aDeviceWithoutAtsConcernsOnlyItsIommu() {
    Device plain = topology.device(2);
    fixture.bind(plain);
    assertEquals(List.of(plain.iommu()), heard().iommus);
    assertEquals(List.of(), heard().devices);
  }

  @Test
  void anIommuIsToldUntilItsLastDeviceIsGone() {
    int second = topology.iommuCount();
    fixture.bind(0);
    fixture.bind(second);
    fixture.unbind(0);
    assertEquals(List.of(topology.iommu(0)), heard().iommus);
    fixture.unbind(second);
    assertEquals(List.of(), heard().iommus);
  }

  @Test
  void anIommuThatWentAndCameBackIsTold() {
    for (int i = 0; i < 3; i++) {
      fixture.bind(0);
      assertEquals(List.of(topology.device(0)), heard().devices);
      fixture.unbind(0);
      assertEquals(List.of(), heard().iommus);
    }
  }

  @Test
  void everySetOfDevicesIsToldExactly() {
    long seed = 4;
    Random random = new Random(seed);
    Set<Device> bound = new HashSet<>();
    for (int i = 0; i < OPERATIONS; i++) {
      // Few devices at times and many at others.
      int spread = random.nextInt(100) < i * 100 / OPERATIONS ? topology.deviceCount() : 12;
      Device device = topology.device(random.nextInt(Math.min(spread, topology.deviceCount())));
      if (bound.remove(device)) {
        fixture.unbind(device);
      } else {
        bound.add(device);
        assertTrue(fixture.bind(device));
      }
      if (i % 16 == 0 || bound.size() < 4) {
        Heard heard = heard();
        String when = "seed " + seed + ", operation " + i;
        assertEquals(iommusOf(bound), Set.copyOf(heard.iommus), when);
        assertEquals(of(bound, true), Set.copyOf(heard.devices), when);
      }
    }
  }

  @Test
  void aBindThatRunsOutOfMemoryChangesNothing() {
    fixture.bind(0);
    int device = topology.deviceCount() - 1;
    for (int step = 0; ; step++) {
      fixture.faults.failAt(step, 0);
      boolean assigned = fixture.bind(device);
      boolean failed = fixture.faults.failed();
      assertEquals(!failed, assigned, "step " + step);
      fixture.faults.clear();
      if (assigned) {
        break;
      }
      assertEquals(List.of(topology.iommu(0)), heard().iommus, "step " + step);
      assertEquals(List.of(topology.device(0)), heard().devices, "step " + step);
    }
    fixture.unbind(device);
    assertEquals(List.of(topology.iommu(0)), heard().iommus);
  }

  @Test
  void theSteadyStateAllocatesNothing() {
    int devices = Math.min(topology.deviceCount(), 24);
    BoundDevice[] records = new BoundDevice[devices];
    Invalidation nobody = new Silent();
    for (int i = 0; i < devices; i++) {
      records[i] = new BoundDevice();
      records[i].reset(topology.device(i));
    }
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long allocated = 0;
    for (int round = 0; round < 6; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (BoundDevice record : records) {
        assertTrue(fixture.index.assign(fixture.cpu, record, fixture.pools));
        fixture.index.tell(nobody);
      }
      for (BoundDevice record : records) {
        fixture.index.unassign(record, fixture.pools);
        fixture.index.tell(nobody);
      }
      allocated = threads.getCurrentThreadAllocatedBytes() - before;
    }
    // The counter itself may allocate a little; one object per call would be 48 times 16 bytes.
    assertTrue(allocated < 16L * devices, () -> "bytes in the last round; seen with " + kind);
  }

  @Test
  void aDeviceThatComesWhileItsIommuIsToldIsNotMissed() {
    if (driverOrLockKeepsBindersOut()) {
      return;
    }
    int iommus = topology.iommuCount();
    fixture.bind(0);
    fixture.bind(1);
    int sameIommu = 3 * iommus;
    int otherIommu = iommus - 1;
    Heard heard =
        new Heard()
            .meanwhile(
                iommu -> {
                  if (!fixture.isBound(topology.device(sameIommu))) {
                    fixture.bind(sameIommu);
                    fixture.bind(otherIommu);
                  }
                })
            .tellAll(fixture.index);
    assertTrue(heard.devices.contains(topology.device(sameIommu)));
    assertTrue(
        !topology.device(otherIommu).ats()
            || heard.devices.contains(topology.device(otherIommu))
            || !heard.iommus.contains(topology.iommu(otherIommu)));
  }

  @Test
  void aDeviceThatLeavesWhileItsIommuIsToldLeavesTheOthersTold() {
    if (kind == Indexes.SPINLOCKED_LIST) {
      return;
    }
    int iommus = topology.iommuCount();
    fixture.bind(0);
    fixture.bind(iommus);
    fixture.bind(1);
    Heard heard =
        new Heard()
            .meanwhile(
                iommu -> {
                  if (fixture.isBound(topology.device(iommus))) {
                    fixture.unbind(iommus);
                  }
                })
            .tellAll(fixture.index);
    assertTrue(heard.iommus.contains(topology.iommu(0)));
    assertTrue(heard.iommus.contains(topology.iommu(1)));
    assertTrue(heard.devices.contains(topology.device(0)));
    assertTrue(heard.devices.contains(topology.device(1)));
    assertFalse(heard().devices.contains(topology.device(iommus)));
  }

  @Test
  void neighboursInTheOrderAreToldBehindTheirOwnIommus() {
    Set<Device> bound = bindAllBehind(0, 1);
    assertEquals(iommusOf(bound), Set.copyOf(heard().iommus));
    assertEquals(of(bound, true), Set.copyOf(heard().devices));
  }

  @Test
  void lateComersAreToldBehindTheirOwnIommusAndNoIommuTwice() {
    if (driverOrLockKeepsBindersOut()) {
      return;
    }
    int last = topology.iommuCount() - 1;
    fixture.bind(1);
    fixture.bind(last);
    Set<Device> bound = new HashSet<>(Set.of(topology.device(1), topology.device(last)));
    Heard heard =
        new Heard()
            .meanwhile(
                iommu -> {
                  if (bound.size() == 2) {
                    bound.addAll(bindAllBehind(0, 1));
                  }
                })
            .tellAll(fixture.index);
    assertEquals(iommusOf(bound), Set.copyOf(heard.iommus));
    assertEquals(of(bound, true), Set.copyOf(heard.devices));
  }

  @Test
  void aLateComerIsToldWhoeverWasToldByTheNotificationBefore() {
    if (driverOrLockKeepsBindersOut()) {
      return;
    }
    int iommus = topology.iommuCount();
    fixture.bind(0);
    fixture.bind(1);
    Heard heard = new Heard();
    int sameIommu = 1 + 3 * iommus;
    bindMeanwhile(heard, sameIommu);
    fixture.unbind(0);
    fixture.unbind(sameIommu);
    bindMeanwhile(heard, 0);
    assertEquals(Set.of(topology.iommu(0), topology.iommu(1)), Set.copyOf(heard.iommus));
    assertTrue(heard.devices.contains(topology.device(0)));
  }

  @Test
  void whoMustWaitForNotificationsIsTold() {
    boolean rcu = kind == Indexes.RCU_LIST || kind == Indexes.RCU_ARRAY;
    assertEquals(rcu, fixture.index.tellsOutlastAssign());
    assertEquals(kind == Indexes.SPINLOCKED_LIST, fixture.index.tellsExclude());
  }

  @Test
  void listsUseATagForEveryIommuAndEveryDeviceTlbAndGiveAllBack() {
    boolean list = kind == Indexes.SPINLOCKED_LIST || kind == Indexes.RCU_LIST;
    Set<Device> bound = bindAllBehind(0, 1);
    int tags = 2 + of(bound, true).size();
    assertEquals(list ? tags : 0, fixture.pools.inUse());
    Device another = topology.device(topology.iommuCount() - 1);
    for (int step = 0; step < 2; step++) {
      fixture.faults.failAt(step, 0);
      if (fixture.bind(another)) {
        fixture.unbind(another);
      }
      fixture.faults.clear();
      assertEquals(list ? tags : 0, fixture.pools.inUse(), "step " + step);
    }
    bound.forEach(fixture::unbind);
    assertEquals(0, fixture.pools.inUse());
  }

  private boolean driverOrLockKeepsBindersOut() {
    return fixture.index.tellsOutlastAssign() || kind == Indexes.SPINLOCKED_LIST;
  }

  private void bindMeanwhile(Heard heard, int device) {
    heard
        .meanwhile(
            iommu -> {
              if (!fixture.isBound(topology.device(device))) {
                fixture.bind(device);
              }
            })
        .tellAll(fixture.index);
  }

  private Set<Device> bindAllBehind(int... iommus) {
    Set<Device> bound = new HashSet<>();
    for (int iommu : iommus) {
      for (int i = iommu; i < topology.deviceCount(); i += topology.iommuCount()) {
        Device device = topology.device(i);
        if (!fixture.isBound(device)) {
          fixture.bind(device);
        }
        bound.add(device);
      }
    }
    return bound;
  }

  /** Hears nothing. */
  private static final class Silent extends Invalidation {
    @Override
    public void iotlb(Iommu iommu) {}

    @Override
    public void deviceTlb(Device device) {}

    @Override
    public void finish() {}
  }
}
