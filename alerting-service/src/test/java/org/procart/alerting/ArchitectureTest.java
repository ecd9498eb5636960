package org.procart.alerting;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final String[] FRAMEWORKS = {
    "org.springframework..", "com.mongodb..", "org.bson..", "org.apache.kafka..", "jakarta.."
  };

  private final JavaClasses ours =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.procart.alerting");

  @Test
  void packagesDoNotGoRound() {
    slices().matching("org.procart.alerting.(*)..").should().beFreeOfCycles().check(ours);
  }

  @Test
  void rulesAndMovesKnowNoFramework() {
    noClasses()
        .that(areOneOf("Alert", "Episode", "Picture", "Peak", "Paging", "Heard", "Ring"))
        .or(areOneOf("Rule", "RuleSet", "Clause", "Finding", "Facts", "RuleSetReader"))
        .or(areOneOf("PatientSeries", "ScoredReport", "Judgement", "Rings", "Liveness"))
        .or(areOneOf("Patient", "Site", "Plan", "Covered"))
        .or(areOneOf("Vigil", "Awaited", "Look", "Act", "Steps", "Waking", "HospitalStay"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(FRAMEWORKS)
        .orShould()
        .dependOnClassesThat(avroRecords())
        .check(ours);
  }

  @Test
  void storesAreUsedThroughTheirInterface() {
    noClasses()
        .that(DescribedPredicate.not(simpleNameStartingWith("Mongo")))
        .should()
        .dependOnClassesThat(simpleNameStartingWith("Mongo").and(ofOurs()))
        .check(ours);
  }

  @Test
  void listenersControllersAndStoresAreNobodyElsesBusiness() {
    classes()
        .that(
            simpleNameEndingWith("Listener")
                .or(simpleNameEndingWith("Controller"))
                .or(simpleNameEndingWith("Mapper"))
                .or(simpleNameStartingWith("Mongo")))
        .should()
        .bePackagePrivate()
        .check(ours);
  }

  private static DescribedPredicate<JavaClass> areOneOf(String... names) {
    return DescribedPredicate.describe(
        "are one of " + String.join(", ", names),
        javaClass -> Set.of(names).contains(javaClass.getSimpleName()));
  }

  private static DescribedPredicate<JavaClass> avroRecords() {
    return DescribedPredicate.describe(
        "Avro records",
        javaClass -> javaClass.isAssignableTo("org.apache.avro.specific.SpecificRecord"));
  }

  private static DescribedPredicate<JavaClass> ofOurs() {
    return DescribedPredicate.describe(
        "of ours", javaClass -> javaClass.getPackageName().startsWith("org.procart"));
  }
}
