package org.svabench.benchmarks;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameContaining;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
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

  /** The gate's forks meet at a port of the loopback device; nothing else knows of any network. */
  @Test
  void nothingReachesForTheNetwork() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.svabench.results.gate.fork", "org.svabench.results.gate.agent")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.net..", "javax.net..", "java.rmi..")
                .and(not(belongToAnyOf(URI.class, URISyntaxException.class, URL.class))))
        .orShould()
        .dependOnClassesThat(
            resideInAPackage("java.nio.channels..").and(simpleNameContaining("Socket")))
        .check(ALL);
    noClasses()
        .should()
        .callMethodWhere(target(owner(equivalentTo(URL.class))).and(not(target(name("toURI")))))
        .orShould()
        .callConstructor(Socket.class, String.class, int.class)
        .orShould()
        .callConstructor(ServerSocket.class, int.class)
        .orShould()
        .callMethodWhere(
            target(owner(equivalentTo(InetAddress.class)))
                .and(not(target(name("getLoopbackAddress")))))
        .check(ALL);
  }

  /** A number is written with a point and ASCII digits, and a name in lower case, anywhere. */
  @Test
  void nothingIsWrittenInTheLanguageOfTheMachine() {
    noClasses()
        .should()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(String.class, "formatted", Object[].class)
        .orShould()
        .callMethod(PrintStream.class, "printf", String.class, Object[].class)
        .orShould()
        .callMethod(PrintStream.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(PrintWriter.class, "printf", String.class, Object[].class)
        .orShould()
        .callMethod(PrintWriter.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
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
