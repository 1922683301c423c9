package org.svabench.benchmarks.bind;

import java.util.List;
import org.svabench.model.topology.Device;

/** What an mm holds when the device in question is bound. */
enum Holding {
  /** Nothing; the first device is bound. */
  NOTHING {
    @Override
    List<Device> devicesHeld(List<Device> devices) {
      return List.of();
    }

    @Override
    Device deviceToBind(List<Device> devices) {
      return devices.get(0);
    }
  },
  /** The first device, which is bound again. */
  THE_DEVICE_ITSELF {
    @Override
    List<Device> devicesHeld(List<Device> devices) {
      return devices.subList(0, 1);
    }

    @Override
    Device deviceToBind(List<Device> devices) {
      return devices.get(0);
    }
  },
  /** The first device; the last one is bound. */
  ANOTHER_DEVICE {
    @Override
    List<Device> devicesHeld(List<Device> devices) {
      return devices.subList(0, 1);
    }

    @Override
    Device deviceToBind(List<Device> devices) {
      return lastOfSeveral(devices);
    }
  },
  /** A device behind every IOMMU but the last device's; that one is bound. */
  ALL_OTHER_IOMMUS {
    @Override
    List<Device> devicesHeld(List<Device> devices) {
      Device last = lastOfSeveral(devices);
      return devices.stream().filter(device -> device.iommu() != last.iommu()).toList();
    }

    @Override
    Device deviceToBind(List<Device> devices) {
      return lastOfSeveral(devices);
    }
  };

  abstract List<Device> devicesHeld(List<Device> devices);

  abstract Device deviceToBind(List<Device> devices);

  private static Device lastOfSeveral(List<Device> devices) {
    if (devices.size() < 2) {
      throw new IllegalStateException("the topology has one device only, so no new one to bind");
    }
    return devices.get(devices.size() - 1);
  }
}
