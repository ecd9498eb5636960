package org.procart.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.procart.notification");

  @Test
  void featuresHaveNoCycles() {
    slices().matching("org.procart.notification.(*)..").should().beFreeOfCycles().check(OURS);
  }

  @Test
  void theRulesOfPagingKnowNoFramework() {
    noClasses()
        .that()
        .haveNameMatching(
            "org\\.procart\\.notification\\.(escalation\\.(Turn|Advance|Steps|Paging|Followers|Outcomes"
                + "|Answers|Escalation|Attempt|Status|Target|Page|Recipient|Cover|Flag)"
                + "|oncall\\.(Shift|Layer|Rota|RoleRota|Duty|StaffMember|ContactPoint)"
                + "|policy\\.(LevelPolicy|PolicyStep|Who|EscalationPolicy|Desk)"
                + "|wording\\.(PageWording|PageFields|PageTexts|Template|WordingRules|ReminderTexts|ReminderWording)|outgoing\\.Outcome"
                + "|reminder\\.(Asked|Envelopes|Letter|Reminder|ReminderTurn|Told))")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "org.apache.kafka..",
            "com.mongodb..",
            "org.bson..",
            "org.apache.avro..",
            "org.procart.schemas..")
        .check(OURS);
  }

  @Test
  void nobodyUsesAnotherServicesCode() {
    DescribedPredicate<JavaClass> foreign =
        DescribedPredicate.describe(
            "another service's",
            type ->
                type.getPackageName().startsWith("org.procart.")
                    && !type.getPackageName().startsWith("org.procart.notification")
                    && !type.getPackageName().startsWith("org.procart.chassis")
                    && !type.getPackageName().startsWith("org.procart.schemas"));
    noClasses().should().dependOnClassesThat(foreign).check(OURS);
  }

  @Test
  void controllersAndListenersAreNobodysBusiness() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Controller")
        .or()
        .haveSimpleNameEndingWith("Listener")
        .and()
        .areNotInterfaces()
        .should()
        .bePackagePrivate()
        .check(OURS);
  }
}
