package org.svabench.model.fanout;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.svabench.model.mm.Cpu;

/**
 * The bitset index of a machine with many thousand devices, small while the mm has few of them
 * bound: {@link FewWords} until those are used up, an {@link IommuBitSet} from then on.
 *
 * <p>Notifications are wait-free in both forms. Binders hold the lock of the mm's bonds, as every
 * index may demand; the larger form alone would not need it. {@code many} is written once, with
 * release, after everything in {@code few} was copied, and read with acquire; {@code few} is left
 * as it was, for notifications that are walking it.
 */
final class SparseBitSetIndex extends InvalidationIndex {
  private static final VarHandle MANY;

  static {
    try {
      MANY =
          MethodHandles.lookup().findVarHandle(SparseBitSetIndex.class, "many", IommuBitSet.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private final DeviceOrder order;
  private final FewWords few = new FewWords();
  private IommuBitSet many;

  SparseBitSetIndex(DeviceOrder order) {
    this.order = order;
  }

  @Override
  public boolean assign(Cpu cpu, BoundDevice bound, TagPool pools) {
    final int ordinal = order.ordinal(bound.device());
    if (many != null) {
      many.setOwned(ordinal);
    } else if (!few.set(ordinal)) {
      if (cpu.allocationFails()) {
        return false;
      }
      spread(ordinal);
    }
    VarHandle.fullFence();
    return true;
  }

  private void spread(int ordinal) {
    final IommuBitSet all = new IommuBitSet(order.deviceCount());
    for (long slot = few.after(0); slot != FewWords.NONE; slot = few.after(FewWords.keyOf(slot))) {
      for (long bits = FewWords.bitsOf(slot); bits != 0; bits &= bits - 1) {
        all.setOwned(FewWords.baseOf(slot) + Long.numberOfTrailingZeros(bits));
      }
    }
    all.setOwned(ordinal);
    MANY.setRelease(this, all);
  }

  @Override
  public void unassign(BoundDevice bound, TagPool pools) {
    final int ordinal = order.ordinal(bound.device());
    if (many != null) {
      many.clearOwned(ordinal);
    } else {
      few.clear(ordinal);
    }
  }

  @Override
  public void tell(Invalidation invalidation) {
    final IommuBitSet many = (IommuBitSet) MANY.getAcquire(this);
    if (many != null) {
      BitSetIndex.tell(invalidation, order, many);
    } else {
      tellFew(invalidation);
    }
    invalidation.finish();
  }

  private void tellFew(Invalidation invalidation) {
    int named = DeviceOrder.nobody();
    for (long slot = few.after(0); slot != FewWords.NONE; slot = few.after(FewWords.keyOf(slot))) {
      named = order.tell(invalidation, FewWords.baseOf(slot), FewWords.bitsOf(slot), named);
    }
  }
}
