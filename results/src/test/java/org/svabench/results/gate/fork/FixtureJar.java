package org.svabench.results.gate.fork;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A small JMH jar, compiled on the spot from source text. JMH itself is on the jar's manifest class
 * path, so that building one takes no copying.
 */
public final class FixtureJar {
  private FixtureJar() {}

  /**
   * Compiles a class with JMH's processor and packs what comes out.
   *
   * @param folder an empty folder of this jar's own
   * @param className fully qualified
   * @param source its text
   * @return the jar
   */
  public static Path of(Path folder, String className, String source) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Path java = folder.resolve(className.substring(className.lastIndexOf('.') + 1) + ".java");
    Files.writeString(java, source);
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                messages,
                messages,
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-processor",
                "org.openjdk.jmh.generators.BenchmarkProcessor",
                java.toString());
    if (status != 0) {
      throw new IllegalArgumentException(messages.toString());
    }
    return pack(classes, folder.resolve("benchmarks.jar"));
  }

  private static Path pack(Path classes, Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, jmh());
    List<Path> files;
    try (Stream<Path> all = Files.walk(classes)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream packed = new JarOutputStream(out, manifest)) {
      for (Path file : files) {
        packed.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, packed);
      }
    }
    return jar;
  }

  private static String jmh() {
    return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
        .filter(
            entry ->
                entry.contains("jmh-core") || entry.contains("jopt") || entry.contains("math3"))
        .map(entry -> Path.of(entry).toUri().toString())
        .collect(Collectors.joining(" "));
  }
}
