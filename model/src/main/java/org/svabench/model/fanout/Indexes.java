package org.svabench.model.fanout;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.svabench.model.topology.Topology;

/** The interchangeable indexes that have a name. All name the same IOMMUs and devices. */
public enum Indexes {
  /** The kernel's, in the order of v6.14. */
  SPINLOCKED_LIST(
      "spinlocked-list",
      "cache tags grouped by IOMMU, newest IOMMU first, under a spinlock held over all waits"
          + " (v6.14 drivers/iommu/intel/cache.c)") {
    @Override
    public Supplier<InvalidationIndex> over(Topology topology) {
      return () -> new SpinlockedTagList(TagOrder.GROUPED_BY_IOMMU);
    }
  },

  /** The same list without the spinlock. */
  RCU_LIST(
      "rcu-list", "the same list, walked without a lock; unlinked tags wait for a grace period") {
    @Override
    public Supplier<InvalidationIndex> over(Topology topology) {
      return RcuTagList::new;
    }
  },

  /** A sorted array that is replaced as a whole. */
  RCU_ARRAY(
      "rcu-array",
      "sorted by IOMMU, copied on every change, read as a snapshot (as arm_smmu_invs of v7.0)") {
    @Override
    public Supplier<InvalidationIndex> over(Topology topology) {
      return () -> new RcuTagArray(topology);
    }
  },

  /** Ours. */
  BITSET(
      "bitset",
      "devices as bits, numbered IOMMU by IOMMU; lock-free changes, wait-free walks, ascending") {
    @Override
    public Supplier<InvalidationIndex> over(Topology topology) {
      final DeviceOrder order = new DeviceOrder(topology);
      if (order.deviceCount() <= Long.SIZE) {
        return () -> new DeviceWordIndex(order);
      }
      return order.deviceCount() <= DEVICES_WITHOUT_COMPACT_FORM
          ? () -> new BitSetIndex(order)
          : () -> new SparseBitSetIndex(order);
    }
  };

  /** Up to here a bitset takes at most 256 bytes and padding for each mm, whatever it binds. */
  private static final int DEVICES_WITHOUT_COMPACT_FORM = 2048;

  private final String label;
  private final String summary;

  Indexes(String label, String summary) {
    this.label = label;
    this.summary = summary;
  }

  /**
   * How users write it.
   *
   * @return such as {@code "rcu-list"}
   */
  public String label() {
    return label;
  }

  /**
   * What it is, in a few words.
   *
   * @return one line
   */
  public String summary() {
    return summary;
  }

  /**
   * Makes the indexes of a machine.
   *
   * @param topology the machine
   * @return makes the index of a new domain
   */
  public abstract Supplier<InvalidationIndex> over(Topology topology);

  /**
   * Finds an index by name.
   *
   * @param label as users write it
   * @return the index, or empty
   */
  public static Optional<Indexes> named(String label) {
    return Arrays.stream(values()).filter(index -> index.label.equals(label)).findFirst();
  }

  /**
   * Every name that {@link #named} knows.
   *
   * @return the labels
   */
  public static List<String> names() {
    return Arrays.stream(values()).map(Indexes::label).toList();
  }

  @Override
  public String toString() {
    return label;
  }
}
