package org.svabench.model.queue;

import org.svabench.model.lock.SpinLocked;

/**
 * What every submission reads and writes, on the lock's cache line. Head and tail count slots since
 * the beginning; a slot is their value modulo the number of slots. What else is counted follows:
 * every used slot is a command or a wait, every submission has a wait or is counted apart.
 */
abstract class CommandRingState extends SpinLocked {
  long head;
  long tail;

  /** Commands that a holder has put behind the head and not yet submitted. */
  int put;

  long waits;
  long submissionsWithoutWait;
}

/** Keeps the state off the cache lines of the ring's constant fields. */
abstract class CommandRingTrailingPad extends CommandRingState {
  int t; // takes a gap in front of the longs
  long t00, t01, t02, t03, t04, t05, t06, t07; // 64 bytes
  long t08, t09, t10, t11, t12, t13, t14, t15; // 128 bytes
}

/**
 * The command ring of one IOMMU, with the rules of the VT-d queued-invalidation engine (v6.13
 * drivers/iommu/intel/dmar.c): a submission of n commands is admitted when n + 2 slots are free
 * (its commands, one wait, one gap), writes the tail register once, then polls its wait; slots are
 * reclaimed in order, so an unfinished submission blocks those behind it. The lock is not held
 * while polling, so several submissions can be outstanding on one ring. The other families' rings
 * differ in depth, in the size of a slot and in whether the lock is kept while polling.
 *
 * <p>Every command is encoded into the ring. Nothing here allocates after construction.
 *
 * <p>Two submitters of one ring pass each other two things: the line of the lock, which has the
 * ring's state on it, and the lines of the slots. The state is written last, right before the lock
 * is given back, and nothing is noted about slots that complete before anyone else can look.
 *
 * <p>Progress: blocking (the ring's spinlock, and a full ring). Legal callers: any thread. The
 * counters are exact; reading them while others submit gives a recent value.
 */
public abstract class CommandRing extends CommandRingTrailingPad {
  /** Words of a command that carry information; the rest of a 32-byte slot is zero. */
  public static final int PAYLOAD_WORDS = 2;

  /** Looks at the clock between two chances for the scheduler, while a submission is in flight. */
  private static final int LOOKS_BEFORE_YIELD = 4096;

  /** Words in front of the slots and behind them, so that no other object shares their lines. */
  private static final int PAD = 128 / Long.BYTES;

  private final int iommu;
  private final int slots;
  private final int mask;
  private final int wordsPerSlot;
  private final boolean pollUnderLock;
  private final long[] ring;
  private final Hardware hardware;

  /** Slots of a finished submission, at its first one, while an older submission is in flight. */
  private final int[] finished;

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
    this.ring = new long[PAD + slots * wordsPerSlot + PAD];
    this.finished = new int[slots];
    this.hardware = hardware;
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
   * Whether a submitter keeps the lock while it waits.
   *
   * @return true where nobody else gets a command in meanwhile
   */
  public final boolean pollsUnderLock() {
    return pollUnderLock;
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

  /**
   * Whether every submission is complete at once, because no hardware consumes it. Then a submitter
   * may keep the ring for several submissions: {@link #hold}, {@link #put} and {@link #submitPut}
   * in turn, {@link #letGo}. That spares the others of its submissions the lock, and all its
   * commands a copy; those who wait for the ring are let in between two submissions.
   *
   * @return true where there is no hardware
   */
  public final boolean completesAtOnce() {
    return hardware == null;
  }

  /** Takes the ring for several submissions. Only where {@link #completesAtOnce}. */
  public final void hold() {
    acquire();
  }

  /**
   * Encodes a command into the next slot. Only between {@link #hold} and {@link #letGo}.
   *
   * @param word0 first word of the command
   * @param word1 second word of the command
   */
  public final void put(long word0, long word1) {
    write(head + put, word0, word1);
    put++;
  }

  /** Submits the commands that were put, at most slots - 2 of them, with one wait behind them. */
  public final void submitPut() {
    final long wait = head + put;
    put = 0;
    completeAt(wait);
  }

  /**
   * Submits one command with a wait behind it, where none was put. Only between {@link #hold} and
   * {@link #letGo}.
   *
   * @param word0 first word of the command
   * @param word1 second word of the command
   */
  public final void submitOne(long word0, long word1) {
    final long at = head;
    write(at, word0, word1);
    completeAt(at + 1);
  }

  private void completeAt(long wait) {
    writeWait(slot(wait), 0);
    waits++;
    head = wait + 1;
    if (isWanted()) {
      tail = head;
      letWaitersIn();
    }
  }

  /** Gives the ring back; nothing may have been put since the last {@link #submitPut}. */
  public final void letGo() {
    tail = head;
    release();
  }

  private void write(long position, long word0, long word1) {
    // The other words of a longer slot stay zero from construction.
    final int at = PAD + slot(position) * wordsPerSlot;
    ring[at] = word0;
    ring[at + 1] = word1;
  }

  private void handOver(long[] words, int count, boolean waits, long waitFlags) {
    acquire();
    while (slots - (head - tail) < count + 2) {
      release();
      Thread.onSpinWait();
      acquire();
    }
    final long first = head;
    final int used = waits ? count + 1 : count;
    write(words, count, first);
    if (waits) {
      writeWait(slot(first + count), waitFlags);
      this.waits++;
    } else {
      submissionsWithoutWait++;
    }
    head = first + used;
    if (hardware != null) {
      final long nanos = hardware.execute(iommu, words, count, waits);
      if (nanos > 0 && waits) {
        poll(nanos);
      }
    }
    complete(first, used);
    release();
  }

  private int slot(long position) {
    return (int) position & mask;
  }

  private void write(long[] words, int count, long first) {
    for (int i = 0; i < count; i++) {
      write(first + i, words[PAYLOAD_WORDS * i], words[PAYLOAD_WORDS * i + 1]);
    }
  }

  private void writeWait(int slot, long flags) {
    write(slot, waitCommand(slot) | flags, waitAddress(slot));
  }

  private void poll(long nanos) {
    final long due = System.nanoTime() + nanos;
    if (!pollUnderLock) {
      // The kernel takes the lock again for each look at the wait's status word; nothing under the
      // lock changes then, so those looks are spared.
      release();
    }
    int looks = 0;
    while (System.nanoTime() - due < 0) {
      if (!pollUnderLock && ++looks % LOOKS_BEFORE_YIELD == 0) {
        Thread.yield();
      } else {
        Thread.onSpinWait();
      }
    }
    if (!pollUnderLock) {
      acquire();
    }
  }

  /** Frees own slots and those of finished submissions directly behind, in order. */
  private void complete(long first, int used) {
    if (tail != first) {
      finished[slot(first)] = used;
      return;
    }
    long reached = first + used;
    while (reached != head && finished[slot(reached)] != 0) {
      final int at = slot(reached);
      reached += finished[at];
      finished[at] = 0;
    }
    tail = reached;
  }

  /**
   * Reads a word of a slot; for tests and for showing a ring.
   *
   * @param slot 0 .. slots - 1
   * @param word 0 .. words per slot - 1
   * @return what was last written there
   */
  public final long word(int slot, int word) {
    return ring[PAD + slot * wordsPerSlot + word];
  }

  /**
   * Slots that are free now.
   *
   * @return 0 .. slots
   */
  public final int freeSlots() {
    acquire();
    final int now = slots - (int) (head - tail);
    release();
    return now;
  }

  /**
   * Commands handed over so far, waits not included.
   *
   * @return 0 or above
   */
  public final long commands() {
    acquire();
    final long now = head - waits;
    release();
    return now;
  }

  /**
   * Waits handed over so far.
   *
   * @return 0 or above
   */
  public final long waits() {
    acquire();
    final long now = waits;
    release();
    return now;
  }

  /**
   * Hand-overs so far, those without a wait included: writes of the tail register.
   *
   * @return 0 or above
   */
  public final long submissions() {
    acquire();
    final long now = waits + submissionsWithoutWait;
    release();
    return now;
  }
}
