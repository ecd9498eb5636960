package org.procart.chassis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ChassisArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.procart.chassis");

  @Test
  void concernsFormNoCycles() {
    slices().matching("org.procart.chassis.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void aConcernUsesOnlyTheOnesItStandsOn() { // ADR 0006
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("org.procart.chassis..")
        .layer("beat")
        .definedBy("..beat")
        .layer("outbox")
        .definedBy("..outbox")
        .layer("kafka")
        .definedBy("..kafka")
        .layer("security")
        .definedBy("..security")
        .layer("alarm")
        .definedBy("..alarm")
        .layer("flow")
        .definedBy("..flow")
        .layer("store")
        .definedBy("..store")
        .layer("problem")
        .definedBy("..problem")
        .layer("time")
        .definedBy("..time")
        .layer("start")
        .definedBy("..start")
        .whereLayer("beat")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("security")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("start")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("outbox")
        .mayOnlyBeAccessedByLayers("beat")
        .whereLayer("kafka")
        .mayOnlyBeAccessedByLayers("outbox", "beat")
        .whereLayer("alarm")
        .mayOnlyBeAccessedByLayers("kafka", "outbox", "beat")
        .whereLayer("flow")
        .mayOnlyBeAccessedByLayers("kafka")
        .whereLayer("store")
        .mayOnlyBeAccessedByLayers("kafka", "outbox")
        .whereLayer("problem")
        .mayOnlyBeAccessedByLayers("security")
        .check(CLASSES);
  }

  @Test
  void itKnowsNoDomainWords() {
    noClasses()
        .should()
        .haveSimpleNameContaining("Patient")
        .orShould()
        .haveSimpleNameContaining("Submission")
        .orShould()
        .haveSimpleNameContaining("Score")
        .orShould()
        .haveSimpleNameContaining("Alert")
        .check(CLASSES);
  }
}
