package org.svabench.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Words that different threads write share no cache line, in this virtual machine. */
class LayoutTest {
  @Test
  void wordsOfDifferentRolesAre128BytesApart() throws ClassNotFoundException {
    assertEquals(List.of(), PaddedLayouts.problems());
  }
}
