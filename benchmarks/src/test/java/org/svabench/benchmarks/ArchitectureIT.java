package org.svabench.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

class ArchitectureIT {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          // Tests of the model too, in a jar of their own.
          .withImportOption(location -> !location.contains("/org/svabench/model/stress/"))
          .importPackages("org.svabench");

  @Test
  void theModelKnowsNobody() {
    classes()
        .that()
        .resideInAPackage("org.svabench.model..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("org.svabench.model..", "java..")
        .check(ALL);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.svabench.benchmarks.(*)..").should().beFreeOfCycles().check(ALL);
  }

  @Test
  void theCommandLineIsOnTopOfEverything() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.svabench.benchmarks.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.svabench.benchmarks.cli..")
        .check(ALL);
  }

  /** The same setup must give the same bytes on any machine. */
  @Test
  void theSimulationLooksAtNoClockAndStartsNoThread() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.svabench.benchmarks.simulation..", "org.svabench.benchmarks.validation..")
        .should()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("org.openjdk.jmh..", "java.util.concurrent..", "java.time..")
        .check(ALL);
  }

  /** Set-up per invocation is timed, and of shared state it overlaps other threads' calls. */
  @Test
  void noStateIsSetUpPerInvocation() {
    List<Level> levels = new ArrayList<>();
    for (JavaMethod method : ALL.stream().flatMap(type -> type.getMethods().stream()).toList()) {
      method.tryGetAnnotationOfType(Setup.class).ifPresent(setup -> levels.add(setup.value()));
      method
          .tryGetAnnotationOfType(TearDown.class)
          .ifPresent(tearDown -> levels.add(tearDown.value()));
      if (!levels.isEmpty()) {
        assertNotEquals("Invocation", levels.get(levels.size() - 1).name(), method.getFullName());
      }
    }
    assertFalse(levels.isEmpty(), "no benchmark state was looked at");
  }
}
