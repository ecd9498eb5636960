package org.procart.intake;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.procart.intake.patient.Patient;
import org.procart.intake.protocol.Entry;
import org.procart.intake.protocol.Protocol;
import org.procart.intake.protocol.Timing;
import org.procart.intake.protocol.WallClock;
import org.procart.intake.protocol.Window;
import org.procart.intake.site.Site;

class ArchitectureTest {

  private static final JavaClasses INTAKE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.procart.intake");

  private static final String[] FRAMEWORKS = {
    "org.springframework..",
    "org.apache.kafka..",
    "com.mongodb..",
    "org.bson..",
    "org.apache.avro..",
    "ca.uhn.."
  };

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
        .resideInAnyPackage(FRAMEWORKS)
        .check(INTAKE);
  }

  @Test
  void whatIsDueIsWorkedOutFreeOfFrameworks() {
    noClasses()
        .that(
            belongToAnyOf(
                    Protocol.class,
                    Entry.class,
                    Timing.class,
                    Window.class,
                    WallClock.class,
                    Site.class,
                    Patient.class)
                .or(
                    nameMatching(
                        "org\\.procart\\.intake\\.schedule\\.(Plan|Occurrence|Matching|Agenda|Done|State).*")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(FRAMEWORKS)
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
