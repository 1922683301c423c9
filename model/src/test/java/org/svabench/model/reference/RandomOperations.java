package org.svabench.model.reference;

import java.util.List;
import java.util.Random;
import org.svabench.model.mm.Errno;
import org.svabench.model.topology.Topology;

/** Draws the next operation from what the ledger says is legal, with a liking for hard cases. */
final class RandomOperations {
  private static final int[] ATTACH_ERRORS = {Errno.EINVAL, Errno.ENODEV, Errno.EBUSY};
  private static final int[] SIZES = {1, 2, 3, 4, 32, 33, 34, 511, 512, 513, 1024, 262_144};

  private final Random random;
  private final Ledger ledger;
  private final Topology topology;
  private final MachineShape shape;
  private final boolean faults;
  private final int mostMms;
  private int mms;
  private int binds;

  RandomOperations(
      Random random, Ledger ledger, Topology topology, MachineShape shape, boolean faults) {
    this.random = random;
    this.ledger = ledger;
    this.topology = topology;
    this.shape = shape;
    this.faults = faults;
    this.mostMms = 1 + random.nextInt(6);
  }

  Operation next() {
    List<Ledger.MmEntry> running = ledger.running();
    int kind = random.nextInt(100);
    if (running.isEmpty() || running.size() < mostMms && kind < 10) {
      return new Operation.NewMm(mms++);
    }
    int mm = running.get(random.nextInt(running.size())).number;
    List<Integer> outstanding = ledger.outstandingBinds();
    if (kind < 45) {
      int device = shape.devices().get(random.nextInt(topology.deviceCount())).number();
      boolean fails = faults && random.nextBoolean();
      return new Operation.Bind(
          binds++,
          mm,
          device,
          fails ? random.nextInt(12) : -1,
          fails ? ATTACH_ERRORS[random.nextInt(ATTACH_ERRORS.length)] : 0);
    } else if (kind < 65 && !outstanding.isEmpty()) {
      return new Operation.Unbind(outstanding.get(random.nextInt(outstanding.size())));
    } else if (kind < 92) {
      return range(mm);
    } else if (kind < 95) {
      return new Operation.Exit(mm);
    } else if (kind < 97) {
      return new Operation.Fork(mm, mms++);
    }
    return new Operation.KernelRange(
        random.nextBoolean() ? 0xffff888000000000L : 0xff11000000000000L, -1L);
  }

  private Operation range(int mm) {
    int form = random.nextInt(20);
    if (form < 3) {
      return new Operation.Invalidate(mm, 0, -1L);
    } else if (form == 3) {
      // Anywhere in 64 bits: no process has such addresses, but arithmetic must not care.
      long a = random.nextLong();
      long b = random.nextLong();
      return Long.compareUnsigned(a, b) < 0
          ? new Operation.Invalidate(mm, a, b)
          : new Operation.Invalidate(mm, b, a == b ? a + 1 : a);
    } else if (form == 4) {
      long start = random.nextLong() >>> 17;
      return new Operation.Invalidate(mm, start, start + 1 + random.nextInt(1 << 20));
    }
    long pages = random.nextInt(3) == 0 ? 1 + random.nextInt(600) : SIZES[random.nextInt(12)];
    long firstPage =
        switch (random.nextInt(4)) {
          case 0 -> random.nextLong() >>> 30;
          case 1 -> random.nextInt(4096);
          case 2 -> (long) random.nextInt(64) << 9;
          default -> // beside or across a high border
              Math.max(0, (1L << 1 + random.nextInt(33)) - random.nextInt((int) pages + 1));
        };
    return new Operation.Invalidate(mm, firstPage << 12, firstPage + pages << 12);
  }
}
