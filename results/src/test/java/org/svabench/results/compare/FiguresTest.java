package org.svabench.results.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void integersAreWrittenAsTheyAre() {
    assertEquals("0", Figures.of(0));
    assertEquals("8", Figures.of(8));
    assertEquals("1048575", Figures.of(1048575));
  }

  @Test
  void othersHaveFourSignificantDigitsAndNoExponent() {
    assertEquals("12.35", Figures.of(12.3456));
    assertEquals("0.001235", Figures.of(0.00123456));
    assertEquals("123500", Figures.of(123456.7));
    assertEquals("9.999", Figures.of(9.9994));
    assertEquals("10.00", Figures.of(9.9996));
  }

  @Test
  void whatIsNotANumberIsADash() {
    assertEquals("-", Figures.of(Double.NaN));
  }

  @Test
  void theLocaleOfTheMachineDoesNotMatter() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertEquals("1.500", Figures.of(1.5));
    } finally {
      Locale.setDefault(before);
    }
  }
}
