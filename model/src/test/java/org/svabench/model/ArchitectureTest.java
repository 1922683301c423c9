package org.svabench.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which package may know which, and what nobody here may do. */
class ArchitectureTest {
  private static final String ROOT = "org.svabench.model";

  private static final JavaClasses MODEL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  /** Every package with the packages it may know; a new one must be entered here. */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("lock", Set.of()),
          Map.entry("text", Set.of()),
          Map.entry("topology", Set.of("text")),
          Map.entry("queue", Set.of("lock")),
          Map.entry("mm", Set.of("lock", "topology")),
          Map.entry("fanout", Set.of("lock", "topology", "mm")),
          Map.entry("sva", Set.of("lock", "topology", "mm", "queue", "fanout")),
          Map.entry("vtd", Set.of("lock", "topology", "mm", "queue", "fanout", "sva")),
          Map.entry("smmu", Set.of("lock", "topology", "mm", "queue", "fanout", "sva")),
          Map.entry("amd", Set.of("lock", "topology", "mm", "queue", "fanout", "sva")),
          Map.entry("cost", Set.of("text", "topology", "queue")));

  private static final Set<String> JAVA_BASE = Object.class.getModule().getPackages();
  private static final List<String> INPUT_AND_OUTPUT = List.of("java.io", "java.nio", "java.net");

  static Stream<String> packages() {
    return MODEL.stream()
        .map(JavaClass::getPackageName)
        .distinct()
        .filter(name -> !name.equals(ROOT))
        .map(name -> name.substring(ROOT.length() + 1))
        .sorted();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void aPackageKnowsOnlyThoseBelowIt(String name) {
    Set<String> below = ARROWS.get(name);
    classes()
        .that()
        .resideInAPackage(ROOT + "." + name)
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.describe(
                "are its own, of " + below + " or not of the model",
                target -> isAllowed(target.getBaseComponentType().getPackageName(), name, below)))
        .check(MODEL);
  }

  private static boolean isAllowed(String target, String own, Set<String> below) {
    if (!(target + ".").startsWith(ROOT + ".")) {
      return true;
    }
    if (target.equals(ROOT)) {
      return false;
    }
    String name = target.substring(ROOT.length() + 1);
    return name.equals(own) || below.contains(name);
  }

  @Test
  void thereAreNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(MODEL);
  }

  @Test
  void nothingButTheBaseModuleIsUsedAndNoneOfItsInputAndOutput() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.describe(
                "are of the model or of java.base, input and output left out",
                target -> {
                  String name = target.getBaseComponentType().getPackageName();
                  return name.isEmpty()
                      || (name + ".").startsWith(ROOT + ".")
                      || JAVA_BASE.contains(name)
                          && INPUT_AND_OUTPUT.stream().noneMatch((name + ".")::startsWith);
                }))
        .check(MODEL);
  }

  @Test
  void nothingIsPrinted() {
    noClasses().should().accessField(System.class, "out").check(MODEL);
    noClasses().should().accessField(System.class, "err").check(MODEL);
  }

  @Test
  void noThreadIsStarted() {
    noClasses()
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "belongs to a thread and is no hint to the scheduler",
                call ->
                    call.getTargetOwner().isAssignableTo(Thread.class)
                        && !Set.of("yield", "onSpinWait").contains(call.getName())))
        .orShould()
        .callConstructorWhere(
            DescribedPredicate.describe(
                "makes a thread", call -> call.getTargetOwner().isAssignableTo(Thread.class)))
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("java.util.concurrent")
        .check(MODEL);
  }

  @Test
  void everyPackageSaysWhatLivesThere() {
    List<String> silent =
        Stream.concat(Stream.of(ROOT), packages().map(name -> ROOT + "." + name))
            .filter(name -> !Files.exists(source(name)))
            .toList();
    assertEquals(List.of(), silent);
  }

  private static Path source(String packageName) {
    return Path.of("src/main/java", packageName.split("\\.")).resolve("package-info.java");
  }
}
