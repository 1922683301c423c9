package org.svabench.benchmarks.simulation;

import org.svabench.model.Design;
import org.svabench.model.Machine;
import org.svabench.model.queue.CommandRing;
import org.svabench.model.topology.Family;
import org.svabench.model.topology.Topology;

/**
 * How CPUs get commands into a queue.
 *
 * @param entry how slots are taken
 * @param slots slots of a queue
 * @param pollUnderLock whether a CPU keeps the queue's lock while it waits
 * @param perCpu whether every CPU has a queue of its own at each IOMMU (VCMDQ)
 * @param fair whether slots of a full queue go to who has waited longest
 */
public record QueueRules(
    Entry entry, int slots, boolean pollUnderLock, boolean perCpu, boolean fair) {
  /** Entries of a hardware SMMUv3 command queue on a server: Ampere Altra. */
  public static final int SMMU_SERVER_SLOTS = 262_144;

  /** How slots are taken. */
  public enum Entry {
    /** Under the queue's spinlock (VT-d, AMD). */
    LOCK,
    /**
     * By compare-and-exchange of the producer index, again and again until it succeeds (SMMUv3).
     */
    COMPARE_AND_SWAP,
    /** By one fetch-and-add, the proposal of 2020 for SMMUv3. */
    FETCH_AND_ADD
  }

  /**
   * The rules of a design on a machine with queues of the usual size.
   *
   * @param topology the machine
   * @param design the design
   * @return the rules
   */
  public static QueueRules of(Topology topology, Design design) {
    CommandRing ring = Machine.of(topology, design).ring(0);
    boolean smmu = design.family() == Family.SMMU;
    return new QueueRules(
        smmu ? Entry.COMPARE_AND_SWAP : Entry.LOCK,
        smmu ? SMMU_SERVER_SLOTS : ring.slots(),
        ring.pollsUnderLock(),
        false,
        false);
  }

  /**
   * The same rules for queues of another size.
   *
   * @param value slots
   * @return new rules
   */
  public QueueRules withSlots(int value) {
    return new QueueRules(entry, value, pollUnderLock, perCpu, fair);
  }

  /**
   * The same rules, polling elsewhere. Without effect where there is no lock.
   *
   * @param value whether a CPU keeps the queue's lock while it waits
   * @return new rules
   */
  public QueueRules withPollUnderLock(boolean value) {
    return new QueueRules(entry, slots, value && entry == Entry.LOCK, perCpu, fair);
  }

  /**
   * The same rules with another number of queues.
   *
   * @param value whether every CPU has queues of its own
   * @return new rules
   */
  public QueueRules withPerCpu(boolean value) {
    return new QueueRules(entry, slots, pollUnderLock, value, fair);
  }

  /**
   * The same rules with another way of giving slots of a full queue out.
   *
   * @param value whether they go to who has waited longest; as the kernels do it, to anybody
   * @return new rules
   */
  public QueueRules withFair(boolean value) {
    return new QueueRules(entry, slots, pollUnderLock, perCpu, value);
  }

  /**
   * The same rules with another way of taking slots.
   *
   * @param value the way
   * @return new rules
   */
  public QueueRules withEntry(Entry value) {
    return new QueueRules(value, slots, pollUnderLock, perCpu, fair);
  }
}
