package org.procart.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses INTAKE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.procart.intake");

  @Test
  void featuresDoNotGoRoundInCircles() {
    slices().matching("org.procart.intake.(*)..").should().beFreeOfCycles().check(INTAKE);
  }

  @Test
  void readingAndJudgingAReportIsFreeOfFrameworks() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.procart.intake.answer",
            "org.procart.intake.observation",
            "org.procart.intake.report")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "org.apache.kafka..",
            "com.mongodb..",
            "org.bson..",
            "org.apache.avro..",
            "ca.uhn..")
        .check(INTAKE);
  }

  @Test
  void endpointsAndListenersStayInTheirFeature() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Controller")
        .or()
        .haveSimpleNameEndingWith("Listener")
        .or()
        .haveSimpleNameEndingWith("Configuration")
        .should()
        .bePackagePrivate()
        .check(INTAKE);
  }
}
