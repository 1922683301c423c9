package org.svabench.results.gate.fork;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipException;
import org.svabench.results.input.BadInput;

/**
 * A JMH jar as {@code mvn package} or any other build makes it.
 *
 * @param path where it lies
 * @param sha256 of its content, hexadecimal
 */
public record BenchmarkJar(Path path, String sha256) {
  private static final String BENCHMARKS = "META-INF/BenchmarkList";

  /**
   * Looks at a jar.
   *
   * @param option the option that named it, for messages
   * @param path what the user named
   * @return the jar, readable and with benchmarks in it
   * @throws BadInput if it is not such a jar
   */
  public static BenchmarkJar of(String option, Path path) {
    if (!Files.isRegularFile(path)) {
      throw new BadInput(
          option
              + " "
              + path
              + (Files.exists(path) ? ": not a file" : ": no such file")
              + "; name a jar of JMH benchmarks");
    }
    try (JarFile jar = new JarFile(path.toFile())) {
      if (jar.getEntry(BENCHMARKS) == null) {
        throw new BadInput(
            option
                + " "
                + path
                + ": holds no JMH benchmarks (no "
                + BENCHMARKS
                + "); name the jar that the benchmark build makes");
      }
    } catch (ZipException e) {
      throw new BadInput(option + " " + path + ": not a jar: " + e.getMessage());
    } catch (IOException e) {
      throw new BadInput(option + " " + path + ": cannot be read: " + e.getMessage());
    }
    return new BenchmarkJar(path.toAbsolutePath(), hash(option, path));
  }

  /**
   * Fingerprint of a class with its nested ones, JMH's generated code not among them.
   *
   * @param type fully qualified name
   * @return CRC of each class file as the jar has it, empty where the class is not in the jar
   */
  public List<String> code(String type) {
    String name = type.replace('.', '/');
    try (JarFile jar = new JarFile(path.toFile())) {
      return jar.stream()
          .filter(
              entry ->
                  entry.getName().equals(name + ".class") || entry.getName().startsWith(name + "$"))
          .map(entry -> entry.getName() + " " + entry.getCrc())
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static String hash(String option, Path path) {
    try (InputStream raw = Files.newInputStream(path);
        DigestInputStream in = new DigestInputStream(raw, MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (IOException e) {
      throw new BadInput(option + " " + path + ": cannot be read: " + e.getMessage());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
