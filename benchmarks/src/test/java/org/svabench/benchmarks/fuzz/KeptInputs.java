package org.svabench.benchmarks.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a guided fuzzer once found, kept where it writes it: {@code CLASSInputs} of the resources.
 */
public final class KeptInputs {
  private KeptInputs() {}

  /**
   * Inputs to begin with, then those found.
   *
   * @param fuzzed whose
   * @param seeds to begin with
   * @return all, in the same order each time
   */
  public static Stream<byte[]> of(Class<?> fuzzed, List<byte[]> seeds) {
    return Stream.concat(seeds.stream(), found(fuzzed));
  }

  private static Stream<byte[]> found(Class<?> fuzzed) {
    URL folder = fuzzed.getResource(fuzzed.getSimpleName() + "Inputs");
    if (folder == null) {
      return Stream.of();
    }
    try (Stream<Path> files = Files.walk(Path.of(folder.toURI()))) {
      return files.filter(Files::isRegularFile).sorted().map(KeptInputs::bytes).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
