package org.svabench.model.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Iommu;

/** Writes down who was told, and checks the promises that every index makes about the order. */
final class Heard extends Invalidation {
  final List<Iommu> iommus = new ArrayList<>();
  final List<Device> devices = new ArrayList<>();
  private final List<Iommu> submitted = new ArrayList<>();
  private Consumer<Iommu> meanwhile = iommu -> {};

  /** Does something at the moment an IOMMU is told, before it has dropped anything. */
  Heard meanwhile(Consumer<Iommu> action) {
    meanwhile = action;
    return this;
  }

  Heard tellAll(InvalidationIndex index) {
    iommus.clear();
    devices.clear();
    submitted.clear();
    index.tell(this);
    assertEquals(iommus, submitted, "everybody must have been submitted");
    return this;
  }

  @Override
  public void iotlb(Iommu iommu) {
    assertTrue(!iommus.contains(iommu), () -> iommu.name() + " was told twice");
    iommus.add(iommu);
    meanwhile.accept(iommu);
  }

  @Override
  public void deviceTlb(Device device) {
    assertTrue(device.ats(), () -> device + " has no device TLB");
    assertTrue(iommus.contains(device.iommu()), () -> device + " was told before its IOMMU");
    assertTrue(!devices.contains(device), () -> device + " was told twice");
    devices.add(device);
  }

  @Override
  public void finish() {
    submitted.clear();
    submitted.addAll(iommus);
  }
}
