package org.svabench.benchmarks.evidence;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
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
import org.svabench.benchmarks.evidence.injected.ExtraWork;
import org.svabench.results.gate.fork.BenchmarkJar;

/**
 * A JMH jar of one package of these test classes; what they use is on the class path that its
 * manifest names.
 */
public final class EvidenceJar {
  private static final String LIST = "META-INF/BenchmarkList";
  private static final String INJECTED = ExtraWork.class.getPackageName();

  private EvidenceJar() {}

  /** Packs the package that a benchmark class is in. */
  public static BenchmarkJar of(Path folder, Class<?> kernels) throws IOException {
    return of(folder, kernels, 0);
  }

  /** The same with so many repeats more than its benchmarks say. */
  static BenchmarkJar of(Path folder, Class<?> kernels, int extra) throws IOException {
    Path classes = classesOf(kernels);
    String name = kernels.getPackageName();
    Path jar = folder.resolve(name.substring(name.lastIndexOf('.') + 1) + "+" + extra + ".jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPathWithout(classes));
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream packed = new JarOutputStream(out, manifest)) {
      packed.putNextEntry(new JarEntry(LIST));
      packed.write(benchmarks(classes, name).getBytes(StandardCharsets.UTF_8));
      for (String part : List.of(name, INJECTED)) {
        for (Path file : files(classes.resolve(part.replace('.', '/')))) {
          packed.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
          Files.copy(file, packed);
        }
      }
      if (extra != 0) {
        packed.putNextEntry(new JarEntry(INJECTED.replace('.', '/') + "/" + ExtraWork.FILE));
        packed.write(String.valueOf(extra).getBytes(StandardCharsets.UTF_8));
      }
    }
    return BenchmarkJar.of("evidence", jar);
  }

  private static Path classesOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String classPathWithout(Path classes) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath())
        .filter(entry -> !entry.equals(classes))
        .map(entry -> entry.toUri().toString())
        .collect(Collectors.joining(" "));
  }

  /** JMH's own list has the benchmarks of all test classes. */
  private static String benchmarks(Path classes, String name) throws IOException {
    try (Stream<String> lines = Files.lines(classes.resolve(LIST))) {
      return lines.filter(line -> line.contains(name + ".")).collect(Collectors.joining("\n"))
          + "\n";
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
