package org.svabench.model.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PriceTest {
  @Test
  void aPriceHasThreeFiguresInOrder() {
    Price price = new Price(10, 20, 30);
    assertEquals(10, price.at(CostLevel.MIN));
    assertEquals(20, price.at(CostLevel.TYP));
    assertEquals(30, price.at(CostLevel.MAX));
    assertThrows(IllegalArgumentException.class, () -> new Price(2, 1, 3));
    assertThrows(IllegalArgumentException.class, () -> new Price(1, 3, 2));
    assertThrows(IllegalArgumentException.class, () -> new Price(-1, 0, 0));
  }

  @Test
  void theLongestPriceIsAThousandSeconds() {
    assertEquals(Price.LONGEST, Price.of(Price.LONGEST).max());
    assertThrows(IllegalArgumentException.class, () -> Price.of(Price.LONGEST + 1));
  }

  @Test
  void whatIsLeftAfterAnotherPriceIsSaidFigureByFigure() {
    assertEquals(new Price(7, 15, 22), new Price(10, 20, 30).minus(new Price(3, 5, 8)));
  }

  @Test
  void onlyANoteGoesWithoutAPrice() {
    assertEquals(CostTerm.NOTE, new CostRow(CostTerm.NOTE, "", null, "", "", "").term());
    for (CostTerm term : CostTerm.values()) {
      if (term != CostTerm.NOTE) {
        assertThrows(IllegalArgumentException.class, () -> new CostRow(term, "", null, "", "", ""));
      }
    }
  }
}
