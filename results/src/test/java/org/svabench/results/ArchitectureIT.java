package org.svabench.results;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureIT {
  private static final JavaClasses RESULTS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.svabench.results");

  @Test
  void resultsKnowNeitherModelNorBenchmarks() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.svabench.model..", "org.svabench.benchmarks..")
        .check(RESULTS);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.svabench.results.(*)..").should().beFreeOfCycles().check(RESULTS);
  }
}
