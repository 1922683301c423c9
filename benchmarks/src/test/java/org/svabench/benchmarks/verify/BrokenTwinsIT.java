package org.svabench.benchmarks.verify;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.svabench.model.Design;
import org.svabench.model.Designs;
import org.svabench.model.Machine;
import org.svabench.model.fanout.Indexes;
import org.svabench.model.fanout.InvalidationIndex;
import org.svabench.model.stress.twin.CountedBitSet;
import org.svabench.model.stress.twin.CountedBitSet.Mistake;
import org.svabench.model.sva.LockScope;
import org.svabench.model.topology.Topology;

/** The oracle catches what is broken, and passes what is right under the same interposition. */
class BrokenTwinsIT {
  private static final long SEED = 4;
  private static final long ROUND_NANOS = 400_000_000L;
  private static final int MOST_ROUNDS = 75;

  /** A mistake, as the design and the index that make it. */
  enum Twin {
    BIT_AFTER_ATTACH(Mistimed.indexedLate(), Indexes.BITSET::over),
    TAG_UNLINKED_BEFORE_FLUSH(Mistimed.unlinkedEarly(), Indexes.SPINLOCKED_LIST::over),
    BATCH_NOT_SUBMITTED(Mistimed.not(), Twin::unsubmitted),
    COUNT_UNDERFLOW(
        Mistimed.not(), topology -> CountedBitSet.over(topology, Mistake.COUNT_UNDERFLOW)),
    NOT_READ_AGAIN(
        Mistimed.not(), topology -> CountedBitSet.over(topology, Mistake.NOT_READ_AGAIN));

    final Mistimed order;
    final Function<Topology, Supplier<InvalidationIndex>> index;

    Twin(Mistimed order, Function<Topology, Supplier<InvalidationIndex>> index) {
      this.order = order;
      this.index = index;
    }

    private static Supplier<InvalidationIndex> unsubmitted(Topology topology) {
      final Supplier<InvalidationIndex> right = Indexes.SPINLOCKED_LIST.over(topology);
      return () -> new Unsubmitted(right.get());
    }
  }

  /** What the twins are twins of. */
  enum Original {
    BITSET(Indexes.BITSET::over),
    SPINLOCKED_LIST(Indexes.SPINLOCKED_LIST::over),
    COUNTED(topology -> CountedBitSet.over(topology, Mistake.NONE));

    final Function<Topology, Supplier<InvalidationIndex>> index;

    Original(Function<Topology, Supplier<InvalidationIndex>> index) {
      this.index = index;
    }
  }

  private static Violation firstViolation(
      Mistimed order, Function<Topology, Supplier<InvalidationIndex>> index, int rounds) {
    final Design design = order.over(Designs.VTD_6_14);
    final SplittableRandom seeds = new SplittableRandom(SEED);
    Violation found = null;
    for (int i = 0; i < rounds && found == null; i++) {
      final Topology topology = VerifiedTopologies.of(design.family()).get(i % 3);
      final Function<Machine, SvaCalls> calls = order::calls;
      found =
          new Round(
                  design,
                  NamedIndex.paused("twin", index),
                  topology,
                  i % 2 == 0 ? LockScope.GLOBAL : LockScope.PER_MM,
                  3,
                  seeds.nextLong(),
                  calls)
              .run(ROUND_NANOS)
              .violation();
    }
    return found;
  }

  @ParameterizedTest
  @EnumSource
  void aBrokenTwinIsCaught(Twin twin) {
    assertNotNull(
        firstViolation(twin.order, twin.index, MOST_ROUNDS), () -> "not caught, seed " + SEED);
  }

  @ParameterizedTest
  @EnumSource
  void itsOriginalPasses(Original original) {
    assertNull(firstViolation(Mistimed.not(), original.index, 6));
  }
}
