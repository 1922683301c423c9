package org.svabench.model.mm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When an object that was unlinked may be reused. */
class GracePeriodsTest {
  private static final class Item extends Pooled {}

  private final ReadSections sections = new ReadSections();
  private final Mm mm = new Mm(1);
  private final Mm otherMm = new Mm(2);
  private final GracePeriods graces = new GracePeriods(mm, sections);
  private final Pool<Item> pool = new Pool<>();
  private Cpu cpu;
  private Cpu otherCpu;

  @BeforeEach
  void registerCpus() {
    cpu = sections.register(null, null);
    otherCpu = sections.register(null, null);
  }

  @Test
  void anEmptyPoolGivesNothing() {
    assertNull(pool.take(graces));
  }

  @Test
  void aRetiredObjectIsReusedAtOnceWhereNobodyReads() {
    Item item = new Item();
    pool.retire(item, graces);
    assertEquals(1, pool.size());
    assertSame(item, pool.take(graces));
    assertEquals(0, pool.size());
    assertNull(pool.take(graces));
  }

  @Test
  void aRetiredObjectIsNotReusedWhileASectionOnItsMmIsOpen() {
    cpu.enter(mm);
    Item item = new Item();
    pool.retire(item, graces);
    assertNull(pool.take(graces));
    assertNull(pool.take(graces));
    cpu.leave();
    assertSame(item, pool.take(graces));
  }

  @Test
  void aSectionOnAnotherMmHoldsNothingBack() {
    cpu.enter(otherMm);
    Item item = new Item();
    pool.retire(item, graces);
    assertSame(item, pool.take(graces));
  }

  @Test
  void theNextSectionOfTheSameCpuHoldsNothingBack() {
    cpu.enter(mm);
    Item item = new Item();
    pool.retire(item, graces);
    assertNull(pool.take(graces));
    cpu.leave();
    cpu.enter(mm);
    assertSame(item, pool.take(graces));
  }

  @Test
  void everySectionThatWasOpenMustEnd() {
    cpu.enter(mm);
    otherCpu.enter(mm);
    Item item = new Item();
    pool.retire(item, graces);
    assertNull(pool.take(graces));
    cpu.leave();
    assertNull(pool.take(graces));
    otherCpu.leave();
    assertSame(item, pool.take(graces));
  }

  @Test
  void aGracePeriodInProgressDoesNotCountForWhatIsRetiredLater() {
    cpu.enter(mm);
    Item early = new Item();
    pool.retire(early, graces);
    assertNull(pool.take(graces)); // begins a grace period that watches cpu alone
    otherCpu.enter(mm);
    Item late = new Item();
    pool.retire(late, graces);
    cpu.leave();
    assertSame(early, pool.take(graces));
    assertNull(pool.take(graces));
    otherCpu.leave();
    assertSame(late, pool.take(graces));
  }

  @Test
  void anObjectThatNobodySawIsReusedAtOnce() {
    cpu.enter(mm);
    Item item = new Item();
    pool.giveBack(item);
    assertSame(item, pool.take(graces));
  }

  @Test
  void aCpuThatComesLaterIsWatchedToo() {
    cpu.enter(mm);
    pool.retire(new Item(), graces);
    assertNull(pool.take(graces));
    cpu.leave();
    assertNotNull(pool.take(graces));
    Cpu later = sections.register(null, null);
    later.enter(mm);
    pool.retire(new Item(), graces);
    assertNull(pool.take(graces));
    later.leave();
    assertNotNull(pool.take(graces));
  }

  @Test
  void aStampPassesOnlyAfterItsOwnGracePeriod() {
    long first = graces.stamp();
    assertTrue(graces.passed(first));
    cpu.enter(mm);
    long second = graces.stamp();
    assertFalse(graces.passed(second));
    assertTrue(graces.passed(first));
    cpu.leave();
    assertTrue(graces.passed(second));
  }

  @Test
  void whereTooManyWaitTheNextTakeWaitsForTheReader() throws InterruptedException {
    cpu.enter(mm);
    Item first = new Item();
    pool.retire(first, graces);
    assertNull(pool.take(graces));
    for (int i = 1; i < GracePeriods.MOST_WAITING; i++) {
      pool.retire(new Item(), graces);
    }
    AtomicReference<Item> taken = new AtomicReference<>();
    Thread binder = new Thread(() -> taken.set(pool.take(graces)));
    binder.start();
    // Without the wait it ends here with nothing.
    binder.join(20);
    cpu.leave();
    binder.join();
    assertSame(first, taken.get());
    assertNotNull(pool.take(graces));
  }

  @Test
  void underNotificationsWithoutPauseAPoolStopsGrowing() {
    int made = 0;
    for (int i = 0; i < 10_000; i++) {
      cpu.enter(mm);
      Item item = pool.take(graces);
      if (item == null) {
        item = new Item();
        made++;
      }
      cpu.leave();
      cpu.enter(mm);
      pool.retire(item, graces);
      cpu.leave();
    }
    assertTrue(made <= 4, made + " objects for one in use");
  }

  @Test
  void oneLessAndNobodyWaits() {
    cpu.enter(mm);
    pool.retire(new Item(), graces);
    assertNull(pool.take(graces));
    for (int i = 2; i < GracePeriods.MOST_WAITING; i++) {
      pool.retire(new Item(), graces);
    }
    assertNull(pool.take(graces));
  }

  /**
   * Random sections, retirements and takes: nothing is handed out while a section that was open
   * when it was retired is still open, and everything once all sections have ended.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void noObjectIsHandedOutTooEarly(long seed) {
    Random random = new Random(seed);
    List<Cpu> cpus = new ArrayList<>(List.of(cpu, otherCpu));
    Map<Cpu, Integer> open = new HashMap<>();
    Map<Item, Set<Integer>> readers = new HashMap<>();
    Deque<Item> retired = new ArrayDeque<>();
    int section = 0;
    for (int step = 0; step < 20_000; step++) {
      Cpu chosen = cpus.get(random.nextInt(cpus.size()));
      switch (random.nextInt(5)) {
        case 0, 1 -> {
          if (open.remove(chosen) != null) {
            chosen.leave();
          } else if (random.nextInt(3) == 0) {
            chosen.enter(otherMm);
            open.put(chosen, -1);
          } else {
            chosen.enter(mm);
            open.put(chosen, section++);
          }
        }
        case 2 -> {
          Item item = new Item();
          Set<Integer> mine = new HashSet<>(open.values());
          mine.remove(-1);
          readers.put(item, mine);
          retired.add(item);
          pool.retire(item, graces);
        }
        case 3 -> {
          Item item = pool.take(graces);
          if (item != null) {
            assertSame(retired.poll(), item);
            Set<Integer> stillOpen = new HashSet<>(open.values());
            stillOpen.retainAll(readers.remove(item));
            assertEquals(Set.of(), stillOpen, "seed " + seed + " step " + step);
          }
        }
        default -> {
          if (cpus.size() < 6 && random.nextInt(500) == 0) {
            cpus.add(sections.register(null, null));
          }
        }
      }
    }
    open.keySet().forEach(Cpu::leave);
    while (!retired.isEmpty()) {
      assertSame(retired.poll(), pool.take(graces));
    }
    assertEquals(0, pool.size());
  }
}
