package org.procart.alerting.replay;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A dry-run knows only what it may read: whoever can send or store anything is out of its reach.
 */
class ReplayReadsOnlyTest {

  private static final String REPLAY = "org.procart.alerting.replay";

  private static final Set<String> MAY_KNOW =
      Set.of(
          "alert.Alert",
          "alert.Change",
          "alert.ChangeKind",
          "alert.Episode",
          "alert.Evidence",
          "alert.Heard",
          "alert.Origin",
          "alert.PastAlerts",
          "alert.Response",
          "alert.Ring",
          "alert.RuleReference",
          "alert.Subject",
          "history.PastReports",
          "history.PatientSeries",
          "history.ScoredReport",
          "patient.EnrolledPatients",
          "rule.Level",
          "rule.Rule",
          "rule.RuleSet",
          "rule.RuleSetRefusedException",
          "rule.RuleSets",
          "rule.RuleVersions",
          "rule.RulesInForce",
          "rule.Subject",
          "score.Judgement",
          "score.PagingProperties",
          "score.Rings");

  private final JavaClasses replay =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(REPLAY);

  @Test
  void knowsOnlyWhatJudgesAndWhatReads() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAPackage(REPLAY)
                .or(named())
                .or(
                    resideInAnyPackage(
                        "java..",
                        "jakarta.validation..",
                        "org.jspecify..",
                        "org.slf4j..",
                        "org.procart.chassis.problem..",
                        "org.procart.chassis.security..",
                        "org.springframework.http..",
                        "org.springframework.web.bind..",
                        "org.springframework.web.util..",
                        "org.springframework.boot.context.properties..",
                        "org.springframework.context.annotation..",
                        "org.springframework.stereotype..",
                        "org.springframework.validation.annotation..",
                        "org.bson..",
                        "com.mongodb..")))
        .check(replay);
  }

  @Test
  void onlyTheStoreOfRunsKnowsTheDatabase() {
    noClasses()
        .that(DescribedPredicate.not(simpleNameStartingWith("MongoDryRunStore")))
        .should()
        .dependOnClassesThat(resideInAPackage("com.mongodb.."))
        .check(replay);
  }

  @Test
  void whatCountsIsPure() {
    noClasses()
        .that(
            simpleNameEndingWith("Tally")
                .or(simpleNameStartingWith("Replay"))
                .or(simpleNameStartingWith("PatientWatch"))
                .or(simpleNameStartingWith("Truth")))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.springframework..", "com.mongodb..", "org.bson..", "jakarta.."))
        .check(replay);
  }

  private static DescribedPredicate<JavaClass> named() {
    return DescribedPredicate.describe(
        "judge or read",
        javaClass ->
            MAY_KNOW.stream()
                .map(name -> "org.procart.alerting." + name)
                .anyMatch(
                    name ->
                        javaClass.getName().equals(name)
                            || javaClass.getName().startsWith(name + "$")));
  }
}
