package org.svabench.model.mm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.svabench.model.Design;
import org.svabench.model.Designs;

class FlushRuleTest {
  @ParameterizedTest
  @CsvSource({
    // 33 and 34 strides of 4 KiB, 33 and 34 of 2 MiB, one 2 MiB entry
    "X86_CEILING, 0x10000, 0x31000,   12, 0x10000, 0x31000",
    "X86_CEILING, 0x10000, 0x32000,   12, 0x0,     -1",
    "X86_CEILING, 0x0,     0x4200000, 21, 0x0,     0x4200000",
    "X86_CEILING, 0x0,     0x4400000, 21, 0x0,     -1",
    "X86_CEILING, 0x200000, 0x400000, 21, 0x200000, 0x400000",
    "X86_EXACT,   0x10000, 0x32000,   12, 0x10000, 0x32000",
    "X86_EXACT,   0x10000, 0x7fff00000000, 12, 0x10000, 0x7fff00000000",
    // 511 and 512 strides; rounding
    "ARM64,       0x10000, 0x20f000,  12, 0x10000, 0x20f000",
    "ARM64,       0x10000, 0x210000,  12, 0x0,     -1",
    "ARM64,       0x10001, 0x10fff,   12, 0x10000, 0x11000",
    "ARM64,       0x200000, 0x3fe00000, 21, 0x200000, 0x3fe00000",
    "ARM64,       0x201000, 0x202000, 21, 0x200000, 0x400000",
    "ARM64,       0x200000, 0x40200000, 21, 0x0,   -1",
    "ARM64_RANGE, 0x10000, 0x210000,  12, 0x10000, 0x210000",
    "ARM64_RANGE, 0x10000, 0x200010000, 12, 0x10000, 0x200010000",
    "ARM64_RANGE, 0x10000, 0x200011000, 12, 0x0,   -1",
    "ARM64_EMPTY, 0x10000, 0x12000,   12, 0x12000, 0x12000",
    "ARM64_EMPTY, 0x10000, 0x210000,  12, 0x0,     -1",
  })
  void notifiersAreHanded(
      FlushRule rule, String start, String end, int stride, String first, String last) {
    assertEquals(Long.decode(first), rule.start(Long.decode(start), Long.decode(end), stride));
    assertEquals(Long.decode(last), rule.end(Long.decode(start), Long.decode(end), stride));
  }

  @ParameterizedTest
  @EnumSource(FlushRule.class)
  void everythingStaysEverything(FlushRule rule) {
    assertEquals(0, rule.start(0, -1L, 12));
    assertEquals(-1L, rule.end(0, -1L, 12));
  }

  @Test
  void everyDesignHasTheRuleOfItsKernels() {
    for (Design design : Designs.all()) {
      FlushRule expected =
          switch (design.name()) {
            case "smmu-6.6", "smmu-6.11" -> FlushRule.ARM64;
            case "smmu-invs" -> FlushRule.ARM64_RANGE;
            case "vtd-7.1" -> FlushRule.X86_EXACT;
            default -> FlushRule.X86_CEILING;
          };
      assertEquals(expected, design.flushRule(), design.name());
    }
  }
}
