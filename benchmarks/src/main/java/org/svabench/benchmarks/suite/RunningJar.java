package org.svabench.benchmarks.suite;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import org.svabench.results.run.BuildRecord;

/** The jar this code runs from, so that a result says what was measured. */
public final class RunningJar {
  private static final String UNKNOWN = "unknown";

  private RunningJar() {}

  /**
   * Reads the jar; takes milliseconds.
   *
   * @return never null; what cannot be told is {@code "unknown"}
   */
  public static BuildRecord record() {
    return new BuildRecord(version(), revision(), sha256());
  }

  /**
   * The version.
   *
   * @return as in the manifest
   */
  public static String version() {
    String version = RunningJar.class.getPackage().getImplementationVersion();
    return version == null ? UNKNOWN : version;
  }

  /**
   * The git revision of the build.
   *
   * @return abbreviated, {@code -dirty} behind where the checkout had changes
   */
  public static String revision() {
    Properties git = new Properties();
    try (InputStream in = RunningJar.class.getResourceAsStream("/svabench-git.properties")) {
      if (in != null) {
        git.load(in);
      }
    } catch (IOException e) {
      return UNKNOWN;
    }
    return git.getProperty("git.commit.id.describe", UNKNOWN);
  }

  /**
   * The file this code runs from.
   *
   * @return empty where that is a folder of classes
   */
  public static Optional<Path> file() {
    try {
      Path jar =
          Path.of(RunningJar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isRegularFile(jar) ? Optional.of(jar) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String sha256() {
    Optional<Path> jar = file();
    if (jar.isEmpty()) {
      return "unpacked";
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(jar.get()), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException | NoSuchAlgorithmException e) {
      return UNKNOWN;
    }
  }
}
