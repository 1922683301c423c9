package org.svabench.benchmarks.verify;

import org.svabench.model.fanout.BoundDevice;
import org.svabench.model.fanout.Invalidation;
import org.svabench.model.fanout.InvalidationIndex;
import org.svabench.model.fanout.TagPool;
import org.svabench.model.mm.Cpu;

/** An index with pauses between its steps. */
final class PausingIndex extends InvalidationIndex {
  private final InvalidationIndex index;

  PausingIndex(InvalidationIndex index) {
    this.index = index;
  }

  @Override
  public boolean assign(Cpu cpu, BoundDevice bound, TagPool pools) {
    pause();
    final boolean assigned = index.assign(cpu, bound, pools);
    pause();
    return assigned;
  }

  @Override
  public void unassign(BoundDevice bound, TagPool pools) {
    pause();
    index.unassign(bound, pools);
    pause();
  }

  @Override
  public boolean tellsOutlastAssign() {
    return index.tellsOutlastAssign();
  }

  @Override
  public void tell(Invalidation invalidation) {
    final OracleThread thread = OracleThread.current();
    index.tell(thread == null ? invalidation : thread.pausingInvalidation.around(invalidation));
  }

  private static void pause() {
    final OracleThread thread = OracleThread.current();
    if (thread != null) {
      thread.pauses.maybe();
    }
  }
}
