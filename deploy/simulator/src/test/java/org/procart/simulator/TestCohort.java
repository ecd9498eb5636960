package org.procart.simulator;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.procart.schemas.questionnaire.QuestionnaireCatalogue;
import org.procart.simulator.cohort.Cohort;
import org.procart.simulator.cohort.Patient;
import org.procart.simulator.plan.Line;
import org.procart.simulator.plan.Plan;
import org.procart.simulator.table.Tables;

/** Cohorts that tests look at; always with the same seed. */
final class TestCohort {

  static final long SEED = 20261120;
  static final Tables TABLES = Tables.load();
  static final QuestionnaireCatalogue CATALOGUE = QuestionnaireCatalogue.load();

  private static final LocalDate INFUSION = LocalDate.of(2026, 3, 1);
  private static final List<Cohort.Site> SITES =
      List.of(
          new Cohort.Site("site-a", ZoneId.of("Europe/London")),
          new Cohort.Site("site-b", ZoneId.of("Pacific/Auckland")));

  private TestCohort() {}

  static List<Patient> patients(int count) {
    return patients(SEED, count);
  }

  static List<Patient> patients(long seed, int count) {
    return new Cohort(TABLES).draw(seed, count, INFUSION, SITES);
  }

  static List<Line> lines(int count, int days) {
    return lines(SEED, count, days);
  }

  static List<Line> lines(long seed, int count, int days) {
    return new Plan(TABLES, CATALOGUE).of(patients(seed, count), days);
  }
}
