package org.svabench.benchmarks.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Param;

class BitSetContenderTest {
  private static final long SEED = 20_261_127;

  static Stream<String> names() {
    return BitSetContender.NAMES.stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyContenderHoldsTheSameBits(String name) {
    for (int capacity : new int[] {64, 1024, 65_536}) {
      Random random = new Random(SEED);
      BitSetContender contender = BitSetContender.named(name, capacity);
      BitSet expected = new BitSet();
      for (int i = 0; i < 500; i++) {
        int bit = random.nextInt(capacity);
        boolean value = random.nextInt(3) != 0;
        expected.set(bit, value);
        if (value) {
          contender.set(bit);
        } else {
          contender.clear(bit);
        }
      }
      assertEquals(
          expected.stream().asLongStream().sum(),
          contender.sum(),
          name + " " + capacity + " seed " + SEED);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void chosenBitsAreClearAndSetAsTheRowsSay(String name) {
    for (int every : new int[] {2, 64}) {
      FilledBitSet filled = new FilledBitSet();
      filled.set = name;
      filled.bits = 1024;
      filled.every = every;
      filled.fill();
      long before = filled.contender().sum();
      for (int i = 0; i < 2_000; i++) {
        filled.contender().set(filled.nextSet());
        filled.contender().clear(filled.nextClear());
      }
      assertEquals(before, filled.contender().sum());
    }
  }

  @Test
  void theBenchmarkHasARowForEachContenderAndOthersAreRefused() throws NoSuchFieldException {
    List<String> rows =
        Arrays.asList(FilledBitSet.class.getField("set").getAnnotation(Param.class).value());
    assertEquals(BitSetContender.NAMES, rows);
    assertThrows(IllegalArgumentException.class, () -> BitSetContender.named("tree-set", 64));
  }
}
