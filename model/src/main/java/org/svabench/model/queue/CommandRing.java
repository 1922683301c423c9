package org.svabench.model.queue;

import org.svabench.model.lock.SpinLock;

/** Keeps a ring's indices off the cache lines of its neighbours in the heap. */
abstract class CommandRingLeadingPad {
  long l00, l01, l02, l03, l04, l05, l06, l07; // 64 bytes
  long l08, l09, l10, l11, l12, l13, l14, l15; // 128 bytes
}

/** The fields that every submission writes, all under the ring's lock. */
abstract class CommandRingState extends CommandRingLeadingPad {
  int head;
  int tail;
  int free;
  long commands;
  long waits;
  long submissions;
}

/**
 * The command ring of one IOMMU, with the rules of the VT-d queued-invalidation engine (v6.13
 * drivers/iommu/intel/dmar.c): a submission of n commands is admitted when n + 2 slots are free
 * (its commands, one wait, one gap), writes the tail register once, then polls its wait; slots are
 * reclaimed in order, so an unfinished submission blocks those behind it. The lock is dropped
 * between polls, so several submissions can be outstanding on one ring. The other families' rings
 * differ in depth, in the size of a slot and in whether the lock is kept while polling.
 *
 * <p>Every command is encoded into the ring. Nothing here allocates after construction.
 *
 * <p>Progress: blocking (the ring's spinlock, and a full ring). Legal callers: any thread. The
 * counters are exact; reading them while others submit gives a recent value.
 */
public abstract class CommandRing extends CommandRingState {
  /** Words of a command that carry information; the rest of a 32-byte slot is zero. */
  public static final int PAYLOAD_WORDS = 2;

  /** Looks at the clock between two chances for the scheduler, while a submission is in flight. */
  private static final int LOOKS_BEFORE_YIELD = 4096;

  private static final byte FREE = 0;
  private static final byte IN_USE = 1;
  private static final byte DONE = 2;

  private final int iommu;
  private final int slots;
  private final int mask;
  private final int wordsPerSlot;
  private final boolean pollUnderLock;
  private final long[] ring;
  private final byte[] state;
  private final Hardware hardware;
  private final SpinLock lock = new SpinLock();

  long t00, t01, t02, t03, t04, t05, t06, t07; // 64 bytes
  long t08, t09, t10, t11, t12, t13, t14, t15; // 128 bytes

  /**
   * Creates an empty ring.
   *
   * @param iommu index of the IOMMU it belongs to
   * @param slots number of slots, a power of two
   * @param wordsPerSlot 64-bit words of a slot: 2 or 4
   * @param pollUnderLock whether a submitter keeps the lock while it waits
   * @param hardware what consumes the commands, or null for hardware without latency
   */
  protected CommandRing(
      int iommu, int slots, int wordsPerSlot, boolean pollUnderLock, Hardware hardware) {
    if (Integer.bitCount(slots) != 1) {
      throw new IllegalArgumentException("must be a power of two: slots=" + slots);
    }
    this.iommu = iommu;
    this.slots = slots;
    this.mask = slots - 1;
    this.wordsPerSlot = wordsPerSlot;
    this.pollUnderLock = pollUnderLock;
    this.ring = new long[slots * wordsPerSlot];
    this.state = new byte[slots];
    this.hardware = hardware;
    this.free = slots;
  }

  /**
   * First word of the wait command of this family.
   *
   * @param slot the slot it is written to
   * @return the encoded word
   */
  protected abstract long waitCommand(int slot);

  /**
   * Second word of the wait command of this family.
   *
   * @param slot the slot it is written to
   * @return the encoded word
   */
  protected abstract long waitAddress(int slot);

  /**
   * Number of slots.
   *
   * @return a power of two
   */
  public final int slots() {
    return slots;
  }

  /**
   * Index of the IOMMU this ring belongs to.
   *
   * @return 0 or above
   */
  public final int iommu() {
    return iommu;
  }

  /**
   * Hands commands over with one wait behind them and returns when the wait has completed.
   *
   * @param words the commands, {@link #PAYLOAD_WORDS} words each
   * @param count number of commands, 0 .. slots - 2
   */
  public final void submit(long[] words, int count) {
    handOver(words, count, true, 0);
  }

  /**
   * Hands commands over with one wait behind them that carries extra flags.
   *
   * @param words the commands, {@link #PAYLOAD_WORDS} words each
   * @param count number of commands, 0 .. slots - 2
   * @param waitFlags bits to set in the first word of the wait
   */
  public final void submit(long[] words, int count, long waitFlags) {
    handOver(words, count, true, waitFlags);
  }

  /**
   * Hands commands over without a wait: a later {@link #submit} on this ring completes them. It
   * writes the tail register, so it is a submission, and an exit where the queue is trapped.
   *
   * @param words the commands, {@link #PAYLOAD_WORDS} words each
   * @param count number of commands, 1 .. slots - 2
   */
  public final void enqueue(long[] words, int count) {
    handOver(words, count, false, 0);
  }

  private void handOver(long[] words, int count, boolean waits, long waitFlags) {
    final SpinLock lock = this.lock;
    lock.lock();
    while (free < count + 2) {
      lock.unlock();
      Thread.onSpinWait();
      lock.lock();
    }
    final int first = head;
    final int used = waits ? count + 1 : count;
    write(words, count, first, waits, waitFlags);
    head = first + used & mask;
    free -= used;
    commands += count;
    submissions++;
    if (waits) {
      this.waits++;
    }
    if (hardware != null) {
      final long nanos = hardware.execute(iommu, words, count, waits);
      if (nanos > 0 && waits) {
        poll(nanos);
      }
    }
    complete(first, used);
    lock.unlock();
  }

  private void write(long[] words, int count, int first, boolean waits, long waitFlags) {
    final long[] ring = this.ring;
    int slot = first;
    for (int i = 0; i < count; i++) {
      final int at = slot * wordsPerSlot;
      ring[at] = words[2 * i];
      ring[at + 1] = words[2 * i + 1];
      if (wordsPerSlot == 4) {
        ring[at + 2] = 0;
        ring[at + 3] = 0;
      }
      state[slot] = IN_USE;
      slot = slot + 1 & mask;
    }
    if (waits) {
      final int at = slot * wordsPerSlot;
      ring[at] = waitCommand(slot) | waitFlags;
      ring[at + 1] = waitAddress(slot);
      state[slot] = IN_USE;
    }
  }

  private void poll(long nanos) {
    final long due = System.nanoTime() + nanos;
    int looks = 0;
    while (System.nanoTime() - due < 0) {
      if (pollUnderLock) {
        Thread.onSpinWait();
        continue;
      }
      lock.unlock();
      if (++looks % LOOKS_BEFORE_YIELD == 0) {
        Thread.yield();
      } else {
        Thread.onSpinWait();
      }
      lock.lock();
    }
  }

  /** Marks own slots done, then advances the tail over the contiguous finished prefix. */
  private void complete(int first, int used) {
    int tail = this.tail;
    if (tail == first) {
      // Nothing older is in flight: own slots are the prefix.
      int slot = first;
      for (int i = 0; i < used; i++) {
        state[slot] = FREE;
        slot = slot + 1 & mask;
      }
      tail = slot;
      int reclaimed = used;
      while (state[tail] == DONE) {
        state[tail] = FREE;
        tail = tail + 1 & mask;
        reclaimed++;
      }
      this.tail = tail;
      free += reclaimed;
      return;
    }
    int slot = first;
    for (int i = 0; i < used; i++) {
      state[slot] = DONE;
      slot = slot + 1 & mask;
    }
  }

  /**
   * Reads a word of a slot; for tests and for showing a ring.
   *
   * @param slot 0 .. slots - 1
   * @param word 0 .. words per slot - 1
   * @return what was last written there
   */
  public final long word(int slot, int word) {
    return ring[slot * wordsPerSlot + word];
  }

  /**
   * Slots that are free now.
   *
   * @return 0 .. slots
   */
  public final int freeSlots() {
    lock.lock();
    final int now = free;
    lock.unlock();
    return now;
  }

  /**
   * Commands handed over so far, waits not included.
   *
   * @return 0 or above
   */
  public final long commands() {
    lock.lock();
    final long now = commands;
    lock.unlock();
    return now;
  }

  /**
   * Waits handed over so far.
   *
   * @return 0 or above
   */
  public final long waits() {
    lock.lock();
    final long now = waits;
    lock.unlock();
    return now;
  }

  /**
   * Hand-overs so far, those without a wait included: writes of the tail register.
   *
   * @return 0 or above
   */
  public final long submissions() {
    lock.lock();
    final long now = submissions;
    lock.unlock();
    return now;
  }
}
