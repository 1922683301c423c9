package org.svabench.model.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CommandTest {
  private final Command command = new Command();

  @Test
  void aRangeHasAnOrderOnlyWhereItIsAnAlignedPowerOfTwo() {
    assertEquals(0, orderOf(7, 1));
    assertEquals(3, orderOf(8, 8));
    assertEquals(3, orderOf(16, 8));
    assertEquals(-1, orderOf(12, 8));
    assertEquals(-1, orderOf(9, 8));
    assertEquals(-1, orderOf(8, 6));
  }

  private int orderOf(long page, long pages) {
    command.range(page << 12, pages);
    assertEquals(page << 12, command.base);
    assertEquals(pages, command.pages);
    return command.order;
  }

  @Test
  void settingACommandForgetsTheBlockOfTheLast() {
    command.block(0x4000, 2);
    assertEquals(4, command.pages);

    command.set(CommandKind.IOTLB_WHOLE, 1, 2, 3);

    assertEquals(0, command.base);
    assertEquals(0, command.pages);
    assertEquals(-1, command.order);
  }
}
