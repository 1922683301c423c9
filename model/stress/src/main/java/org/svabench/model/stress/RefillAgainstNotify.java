package org.svabench.model.stress;

import java.util.function.Supplier;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.svabench.model.fanout.Invalidation;
import org.svabench.model.fanout.InvalidationIndex;
import org.svabench.model.lock.SpinLock;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Iommu;
import org.svabench.model.topology.Topology;

/**
 * A device is bound behind an IOMMU that holds a stale entry which a notification is dropping: what
 * the device fetches from there into its own TLB must not outlive the notification. Either the
 * notification reads the index again at its end, or the binder waits for it.
 */
public class RefillAgainstNotify extends TwoDevices {
  private static final int STALE = 1;

  private final SpinLock deviceTlbLock = new SpinLock();
  private int deviceTlb;
  private volatile int iotlb = STALE;

  /** Grades. */
  @Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "nothing stale is left")
  @Outcome(id = "1", expect = Expect.FORBIDDEN, desc = "the device's TLB still holds it")
  public static class Expected {}

  /** The scenario over an index. */
  protected RefillAgainstNotify(Topology machine, Supplier<? extends InvalidationIndex> index) {
    super(machine, index);
    attach(0);
  }

  /** The first thread. */
  protected final void bind() {
    attach(1);
    if (index.tellsOutlastAssign()) {
      sections.synchronize(mm);
    }
    deviceTlbLock.lock();
    deviceTlb = iotlb;
    deviceTlbLock.unlock();
  }

  /** The second thread. */
  protected final void notifies() {
    enter(notifier);
    index.tell(new Dropping());
    notifier.leave();
  }

  /** Afterwards. */
  protected final void after(I_Result result) {
    result.r1 = deviceTlb;
  }

  /** Executes what it is told when the batch is submitted. */
  private final class Dropping extends Invalidation {
    private boolean dropIotlb;
    private boolean dropDeviceTlb;

    @Override
    public void iotlb(Iommu iommu) {
      dropIotlb = true;
    }

    @Override
    public void deviceTlb(Device device) {
      dropDeviceTlb |= device == RefillAgainstNotify.this.device(1);
    }

    @Override
    public void finish() {
      if (dropIotlb) {
        iotlb = 0;
      }
      if (dropDeviceTlb) {
        deviceTlbLock.lock();
        deviceTlb = 0;
        deviceTlbLock.unlock();
      }
    }
  }

  /** The spinlocked list. */
  @JCStressTest
  @JCStressMeta(RefillAgainstNotify.Expected.class)
  @State
  public static class SpinlockedList extends RefillAgainstNotify {
    public SpinlockedList() {
      super(FEW, SPINLOCKED_LIST);
    }

    @Actor
    public void actor1() {
      bind();
    }

    @Actor
    public void actor2() {
      notifies();
    }

    @Arbiter
    public void arbiter3(I_Result result) {
      after(result);
    }
  }

  /** The RCU list. */
  @JCStressTest
  @JCStressMeta(RefillAgainstNotify.Expected.class)
  @State
  public static class RcuList extends RefillAgainstNotify {
    public RcuList() {
      super(FEW, RCU_LIST);
    }

    @Actor
    public void actor1() {
      bind();
    }

    @Actor
    public void actor2() {
      notifies();
    }

    @Arbiter
    public void arbiter3(I_Result result) {
      after(result);
    }
  }

  /** The sorted RCU array. */
  @JCStressTest
  @JCStressMeta(RefillAgainstNotify.Expected.class)
  @State
  public static class RcuArray extends RefillAgainstNotify {
    public RcuArray() {
      super(FEW, RCU_ARRAY);
    }

    @Actor
    public void actor1() {
      bind();
    }

    @Actor
    public void actor2() {
      notifies();
    }

    @Arbiter
    public void arbiter3(I_Result result) {
      after(result);
    }
  }

  /** The bitset of one word. */
  @JCStressTest
  @JCStressMeta(RefillAgainstNotify.Expected.class)
  @State
  public static class Word extends RefillAgainstNotify {
    public Word() {
      super(FEW, WORD);
    }

    @Actor
    public void actor1() {
      bind();
    }

    @Actor
    public void actor2() {
      notifies();
    }

    @Arbiter
    public void arbiter3(I_Result result) {
      after(result);
    }
  }

  /** The bitset of many words. */
  @JCStressTest
  @JCStressMeta(RefillAgainstNotify.Expected.class)
  @State
  public static class BitSet extends RefillAgainstNotify {
    public BitSet() {
      super(MANY, BITSET);
    }

    @Actor
    public void actor1() {
      bind();
    }

    @Actor
    public void actor2() {
      notifies();
    }

    @Arbiter
    public void arbiter3(I_Result result) {
      after(result);
    }
  }

  /** The bitset in its sparse form. */
  @JCStressTest
  @JCStressMeta(RefillAgainstNotify.Expected.class)
  @State
  public static class Sparse extends RefillAgainstNotify {
    public Sparse() {
      super(THOUSANDS, SPARSE);
    }

    @Actor
    public void actor1() {
      bind();
    }

    @Actor
    public void actor2() {
      notifies();
    }

    @Arbiter
    public void arbiter3(I_Result result) {
      after(result);
    }
  }
}
