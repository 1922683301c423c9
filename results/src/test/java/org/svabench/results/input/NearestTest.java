package org.svabench.results.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> NAMES =
      List.of("spr-1s-dsa", "spr-2s-dsa-iaa", "guest-1viommu", "grid");

  @Test
  void aMisspeltNameIsFound() {
    assertEquals(List.of("guest-1viommu"), Nearest.of("guest-1viomu", NAMES));
    assertEquals(List.of("guest-1viommu"), Nearest.of("GUEST-1VOIMMU", NAMES));
    assertEquals("spr-1s-dsa", Nearest.of("spr1s-dsa", NAMES).get(0));
  }

  @Test
  void aPartOfANameIsFound() {
    assertEquals(List.of("guest-1viommu"), Nearest.of("guest", NAMES));
  }

  @Test
  void whereNothingIsNearAllNamesAreSaid() {
    assertEquals(List.of(), Nearest.of("quicksort", NAMES));
    assertEquals(
        "there are spr-1s-dsa, spr-2s-dsa-iaa, guest-1viommu, grid",
        Nearest.hint("quicksort", NAMES));
    assertEquals("nearest: grid", Nearest.hint("gird", NAMES));
  }
}
