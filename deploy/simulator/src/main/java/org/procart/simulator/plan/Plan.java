package org.procart.simulator.plan;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.procart.schemas.questionnaire.QuestionnaireCatalogue;
import org.procart.simulator.chance.Chance;
import org.procart.simulator.cohort.Patient;
import org.procart.simulator.report.DayDraw;
import org.procart.simulator.report.DayTruth;
import org.procart.simulator.report.Form;
import org.procart.simulator.report.HomeCheck;
import org.procart.simulator.report.Reporter;
import org.procart.simulator.report.Survey;
import org.procart.simulator.report.Trajectory;
import org.procart.simulator.table.Tables;

/** Everything that a cohort does, in the order in which it happens. */
public final class Plan {

  private static final Duration WEEKLY_AFTER_DAILY = Duration.ofMinutes(10);
  private static final Duration CARER_AFTER_PATIENT = Duration.ofMinutes(90);
  private static final double MINUTES_AROUND = 25;

  private final Tables tables;
  private final Map<Kind, Form> forms = new EnumMap<>(Kind.class);
  private final DayDraw dayDraw;
  private final HomeCheck homeCheck;
  private final Sending sending;

  public Plan(Tables tables, QuestionnaireCatalogue catalogue) {
    this.tables = tables;
    for (Kind kind : Kind.values()) {
      forms.put(kind, Form.of(catalogue, kind.url()));
    }
    dayDraw = new DayDraw(tables.course());
    homeCheck = new HomeCheck(form(Kind.HOME_CHECK), tables.reporting());
    sending = new Sending(tables.reporting());
  }

  public Form form(Kind kind) {
    Form form = forms.get(kind);
    if (form == null) {
      throw new IllegalStateException("no form for " + kind);
    }
    return form;
  }

  /**
   * @param days 0 to days - 1 are simulated
   */
  public List<Line> of(List<Patient> patients, int days) {
    return patients.stream()
        .flatMap(patient -> linesOf(patient, days).stream())
        .sorted(Line.IN_ORDER)
        .toList();
  }

  private List<Line> linesOf(Patient patient, int days) {
    List<Line> lines = new ArrayList<>();
    // A stream for each form, drawn from once a due day, so that more days change no earlier one.
    Chance own = Chance.seeded(patient.seed());
    Chance daily = own.split();
    Chance weekly = own.split();
    Trajectory trajectory =
        new Trajectory(patient, form(Kind.WEEKLY), tables.symptoms(), weekly.split());
    Kind.HOME_CHECK.dueDays(days).forEach(day -> addDaily(lines, patient, day, daily.split()));
    Kind.WEEKLY
        .dueDays(days)
        .forEach(day -> addWeekly(lines, trajectory, patient, day, weekly.split()));
    return lines;
  }

  private void addDaily(List<Line> lines, Patient patient, int day, Chance chance) {
    OffsetDateTime time = time(patient, day, chance);
    DayTruth truth = dayDraw.draw(patient, day, chance.split());
    Turnout turnout = Turnout.daily(patient, day, tables.reporting(), chance.split());
    Chance own = chance.split();
    if (turnout.missing() == null) {
      lines.addAll(homeCheck(patient, truth, Reporter.PATIENT, time, own));
    } else {
      lines.add(
          new Line.Missing(
              id(patient, Kind.HOME_CHECK, day, Reporter.PATIENT),
              patient,
              Kind.HOME_CHECK,
              day,
              time,
              turnout.missing(),
              turnout.carer(),
              truth));
    }
    if (turnout.carer()) {
      OffsetDateTime later = time.plus(CARER_AFTER_PATIENT);
      lines.addAll(homeCheck(patient, truth, Reporter.CARER, later, chance.split()));
    }
  }

  private List<Line.Report> homeCheck(
      Patient patient, DayTruth truth, Reporter by, OffsetDateTime time, Chance chance) {
    HomeCheck.Filled filled = homeCheck.fill(patient, truth, by, chance);
    String id = id(patient, Kind.HOME_CHECK, truth.day(), by);
    return sending.of(
        report(id, patient, Kind.HOME_CHECK, truth, by, time, filled), chance.split());
  }

  private static Line.Report report(
      String id,
      Patient patient,
      Kind kind,
      DayTruth truth,
      Reporter by,
      OffsetDateTime time,
      HomeCheck.Filled filled) {
    @Nullable String slip = filled.slip().equals("NONE") ? null : filled.slip();
    return new Line.Report(
        id, patient, kind, truth.day(), by, time, time, 1, filled.answers(), slip, truth);
  }

  private void addWeekly(
      List<Line> lines, Trajectory trajectory, Patient patient, int day, Chance chance) {
    OffsetDateTime time = time(patient, day, chance).plus(WEEKLY_AFTER_DAILY);
    Survey survey = trajectory.on(day, chance.split());
    Turnout turnout = Turnout.weekly(patient, day, tables.reporting(), chance.split());
    String id = id(patient, Kind.WEEKLY, day, Reporter.PATIENT);
    if (turnout.missing() != null) {
      lines.add(
          new Line.Missing(id, patient, Kind.WEEKLY, day, time, turnout.missing(), false, survey));
      return;
    }
    lines.addAll(
        sending.of(
            new Line.Report(
                id,
                patient,
                Kind.WEEKLY,
                day,
                Reporter.PATIENT,
                time,
                time,
                1,
                survey.answers(),
                null,
                survey),
            chance.split()));
  }

  /** About the usual time of this household, in the patient's zone. */
  private static OffsetDateTime time(Patient patient, int day, Chance chance) {
    long seconds = Math.round(60 * Math.clamp(chance.normal(0, MINUTES_AROUND), -60, 60));
    return patient
        .infusionDate()
        .plusDays(day)
        .atTime(patient.habits().usualTime())
        .plusSeconds(seconds)
        .atZone(patient.zone())
        .toOffsetDateTime();
  }

  private static String id(Patient patient, Kind kind, int day, Reporter by) {
    return patient.id()
        + String.format(Locale.ROOT, "-%s%03d", kind.sign(), day)
        + (by == Reporter.CARER ? "c" : "p");
  }
}
