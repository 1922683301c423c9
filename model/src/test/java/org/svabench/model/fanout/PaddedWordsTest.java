package org.svabench.model.fanout;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaddedWordsTest {
  private static final int DISTANCE = 128;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 64, 1024})
  void theWordsAre128BytesFromTheLengthAndFromTheEnd(int words) {
    final long[] padded = PaddedWords.allocate(words);
    assertTrue(PaddedWords.at(0) * Long.BYTES >= DISTANCE);
    assertTrue((padded.length - 1 - PaddedWords.at(words - 1)) * Long.BYTES >= DISTANCE);
  }
}
