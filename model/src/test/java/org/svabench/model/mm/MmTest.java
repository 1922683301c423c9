package org.svabench.model.mm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MmTest {
  private final Mm mm = new Mm(1);
  private final Cpu cpu = new ReadSections().register(null, new FaultPlan());
  private final List<String> heard = new ArrayList<>();

  private final class Named extends Notifier {
    private final String name;

    Named(String name) {
      this.name = name;
    }

    @Override
    public void invalidate(Cpu by, long start, long end) {
      heard.add(name + " " + start + "-" + end);
    }

    @Override
    public void release(Cpu by) {
      heard.add(name + " released");
    }
  }

  private final Named first = new Named("first");
  private final Named second = new Named("second");
  private final Named third = new Named("third");

  private List<String> told() {
    heard.clear();
    mm.invalidateSecondaryTlbs(cpu, 1, 2);
    return List.copyOf(heard);
  }

  private void registerAll() {
    mm.register(first);
    mm.register(second);
    mm.register(third);
  }

  @Test
  void theNewestSubscriptionIsToldFirst() {
    registerAll();
    assertEquals(List.of("third 1-2", "second 1-2", "first 1-2"), told());
    assertTrue(second.registered());
  }

  @Test
  void anySubscriptionCanBeTakenOut() {
    registerAll();
    mm.unregister(second);
    assertEquals(List.of("third 1-2", "first 1-2"), told());
    mm.unregister(third);
    assertEquals(List.of("first 1-2"), told());
    mm.unregister(first);
    assertEquals(List.of(), told());
    assertFalse(first.registered());
  }

  @Test
  void theEndReleasesEverySubscriptionOnceAndRemovesAll() {
    registerAll();
    mm.releaseSubscriptions(cpu);
    assertEquals(List.of("third released", "second released", "first released"), heard);
    assertEquals(List.of(), told());
    mm.unregister(second); // already gone
    mm.register(second);
    assertEquals(List.of("second 1-2"), told());
  }

  @Test
  void anMmIsDeadOnceItHasExitedAndNothingPinsIt() {
    mm.pin();
    assertFalse(mm.dead());
    mm.exit();
    assertTrue(mm.exited());
    assertFalse(mm.dead(), "a domain holds it");
    mm.unpin();
    assertTrue(mm.dead());
    mm.dmaIncompatible(true);
    mm.renew();
    assertFalse(mm.exited() || mm.dead() || mm.dmaIncompatible());
  }

  @Test
  void aReaderTagHasTwentyFourBits() {
    assertEquals(16_777_215, new Mm(16_777_215).readerTag());
    assertThrows(IllegalArgumentException.class, () -> new Mm(16_777_216));
    assertThrows(IllegalArgumentException.class, () -> new Mm(0));
  }
}
