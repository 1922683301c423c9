package org.svabench.benchmarks.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.svabench.model.topology.Device;

/**
 * One device that answers one device-TLB command late, and whom that delays. The first mm has every
 * device bound. Each other mm has the devices behind one IOMMU bound, in turn, without the slow
 * one: so some share its IOMMU, and others nothing but the machine.
 */
public final class SlowDevice {
  /** A delay that no notification has without the late answer: this much over the longest one. */
  private static final int DELAYED_FACTOR = 2;

  /** Notifications of each CPU until the device is slow: so that its longest one is known. */
  private static final int WARM_UP = 20;

  private final SweepPoint point;
  private final Device device;
  private final long lateness;
  private final SlowAnswer answer;
  private final List<Share> shares = new ArrayList<>();
  private final SimulatedMachine machine;
  private final long[] longestBefore;
  private final long[] longestSince;
  private final long[] delayed;
  private final int[] ended;
  private int cold;
  private boolean armed;

  /**
   * Sets up a run.
   *
   * @param point the run; its load's mms are more than one
   * @param device the device that is slow once
   * @param lateness by how many picoseconds
   * @throws IllegalArgumentException where the device has no ATS, so that nothing asks it
   */
  public SlowDevice(SweepPoint point, Device device, long lateness) {
    if (!device.ats()) {
      throw new IllegalArgumentException(
          "device " + device.index() + " has no ATS: no command waits for it");
    }
    this.point = point;
    this.device = device;
    this.lateness = lateness;
    answer = new SlowAnswer(device.index(), lateness);
    List<CommandStream> streams = streams();
    int cpus = point.load().cpus();
    longestBefore = new long[cpus];
    longestSince = new long[cpus];
    delayed = new long[cpus];
    ended = new int[cpus];
    cold = cpus;
    machine =
        new SimulatedMachine(point.setup(streams), answer, ExecutionListener.NONE, this::notified);
  }

  private List<CommandStream> streams() {
    List<CommandStream> streams = new ArrayList<>();
    streams.add(stream(point.topology().devices()));
    shares.add(Share.DEVICE);
    List<List<Device>> others = new ArrayList<>();
    for (int iommu = 0; iommu < point.topology().iommuCount(); iommu++) {
      final int unit = (iommu + device.iommu().index()) % point.topology().iommuCount();
      List<Device> behind =
          point.topology().devices().stream()
              .filter(each -> each.iommu().index() == unit && each != device)
              .toList();
      if (!behind.isEmpty()) {
        others.add(behind);
      }
    }
    for (int mm = 1; mm < point.load().mms() && !others.isEmpty(); mm++) {
      List<Device> bound = others.get((mm - 1) % others.size());
      streams.add(stream(bound));
      shares.add(bound.get(0).iommu() == device.iommu() ? Share.IOMMU : Share.NOTHING);
    }
    return streams;
  }

  private CommandStream stream(List<Device> bound) {
    return CommandStream.of(
        point.topology(), point.design(), Set.of(), point.range(), false, bound);
  }

  private void notified(int cpu, long from, long to, long held) {
    if (++ended[cpu] == WARM_UP) {
      cold--;
    }
    if (!armed) {
      longestBefore[cpu] = Math.max(longestBefore[cpu], to - from);
      return;
    }
    longestSince[cpu] = Math.max(longestSince[cpu], to - from);
    if (to - from > DELAYED_FACTOR * longestBefore[cpu]) {
      delayed[cpu]++;
    }
  }

  /**
   * Runs until the late answer is there and as much time again has passed.
   *
   * @return one row for each kind of mm
   */
  public List<BlastRow> run() {
    machine.start();
    while (cold > 0 && machine.loop().step()) {
      // Events change what is read here.
    }
    armed = true;
    answer.arm();
    while (answer.since() < 0 && machine.loop().step()) {
      // As above.
    }
    long until = answer.since() + lateness + lateness / 4;
    while (machine.loop().now() < until && machine.loop().step()) {
      // As above.
    }
    return Arrays.stream(Share.values()).filter(shares::contains).map(this::row).toList();
  }

  private BlastRow row(Share share) {
    int cpus = 0;
    int hit = 0;
    long notifications = 0;
    long before = 0;
    long since = 0;
    for (int cpu = 0; cpu < longestBefore.length; cpu++) {
      int mm = cpu % point.load().mms();
      if (shares.get(mm % shares.size()) == share) {
        cpus++;
        hit += delayed[cpu] > 0 ? 1 : 0;
        notifications += delayed[cpu];
        before = Math.max(before, longestBefore[cpu]);
        since = Math.max(since, longestSince[cpu]);
      }
    }
    return new BlastRow(
        point,
        device.index(),
        lateness / Timing.NANOSECOND,
        share,
        cpus,
        hit,
        notifications,
        before / Timing.NANOSECOND,
        since / Timing.NANOSECOND);
  }
}
