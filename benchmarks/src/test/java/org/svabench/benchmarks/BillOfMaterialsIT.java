package org.svabench.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The jar says what it is made of, and all of it may be handed on in an Apache-2.0 jar. */
class BillOfMaterialsIT {
  private static final Path JAR = Path.of("..", "benchmarks.jar");
  private static final String BILL = "META-INF/sbom/svabench.cdx.json";

  /** As the components' POMs write them. */
  private static final Set<String> MAY_BE_BUNDLED =
      Set.of(
          "Apache-2.0",
          "BSD-2-Clause",
          "CC0-1.0",
          "MIT",
          "The (New) BSD License",
          "GNU General Public License (GPL), version 2, with the Classpath exception");

  /** Roots of what is not ours in the jar. */
  private static final Pattern FOREIGN =
      Pattern.compile("(?!org/svabench/)((?:org|com)/[A-Za-z]+|[a-z]+)/.*\\.class");

  @Test
  void everyComponentHasALicenceThatAllowsBundling() throws IOException {
    List<String> refused = new ArrayList<>();
    for (JsonObject component : components()) {
      Set<String> licences = licences(component);
      if (licences.isEmpty() || !MAY_BE_BUNDLED.containsAll(licences)) {
        refused.add(component.get("name").getAsString() + " " + licences);
      }
    }
    assertEquals(List.of(), refused);
  }

  @Test
  void noticeNamesEveryComponentThatIsNotOurs() throws IOException {
    String notice = words(text("META-INF/NOTICE"));
    List<String> missing =
        components().stream()
            .filter(component -> !component.get("group").getAsString().equals("org.svabench"))
            .map(component -> component.get("name").getAsString())
            .filter(name -> !notice.contains(words(name)))
            .toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void nothingInTheJarComesFromElsewhere() throws IOException {
    Set<String> roots = new TreeSet<>();
    try (ZipFile jar = new ZipFile(JAR.toFile())) {
      jar.stream()
          .map(ZipEntry::getName)
          .map(FOREIGN::matcher)
          .filter(Matcher::matches)
          .forEach(name -> roots.add(name.group(1)));
    }
    Set<String> ofComponents =
        components().stream()
            .map(component -> component.get("group").getAsString().replace('.', '/'))
            .collect(Collectors.toSet());
    // Packages with other names than their groups.
    ofComponents.addAll(Set.of("org/HdrHistogram", "joptsimple", "picocli"));
    assertEquals(
        List.of(),
        roots.stream()
            .filter(root -> ofComponents.stream().noneMatch(group -> group.startsWith(root)))
            .toList());
    assertTrue(roots.size() >= 5, roots.toString());
  }

  private static List<JsonObject> components() throws IOException {
    List<JsonObject> components =
        objects(JsonParser.parseString(text(BILL)).getAsJsonObject().getAsJsonArray("components"));
    assertTrue(components.size() > 10, "only " + components.size() + " components");
    return components;
  }

  private static Set<String> licences(JsonObject component) {
    return component.has("licenses")
        ? objects(component.getAsJsonArray("licenses")).stream()
            .map(choice -> choice.getAsJsonObject("license"))
            .map(licence -> licence.has("id") ? licence.get("id") : licence.get("name"))
            .map(JsonElement::getAsString)
            .collect(Collectors.toSet())
        : Set.of();
  }

  private static List<JsonObject> objects(Iterable<JsonElement> elements) {
    return StreamSupport.stream(elements.spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  private static String words(String text) {
    return text.toLowerCase(Locale.ROOT).replace('-', ' ');
  }

  private static String text(String entry) throws IOException {
    try (ZipFile jar = new ZipFile(JAR.toFile())) {
      return new String(
          jar.getInputStream(jar.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
