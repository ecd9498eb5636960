package org.procart.scoring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private final JavaClasses ours =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.procart.scoring");

  @Test
  void scorersKnowNoFrameworkAndNoContract() {
    classes()
        .that()
        .resideInAPackage("org.procart.scoring.instrument..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "org.procart.scoring.instrument..",
            // How a thermometer is read is the same everywhere, and pure.
            "org.procart.schemas.measurement..")
        .check(ours);
  }

  @Test
  void packagesDoNotGoRound() {
    slices().matching("org.procart.scoring.(**)").should().beFreeOfCycles().check(ours);
  }
}
