package org.procart.intake.schedule;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.problem.ProblemException;
import org.procart.chassis.problem.Violation;
import org.procart.chassis.security.Caller;
import org.procart.intake.patient.Patient;
import org.procart.intake.patient.Patients;
import org.procart.intake.schedule.Schedules.Range;
import org.procart.intake.snapshot.Snapshot;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is due from a patient, for the patient, carers, front ends and staff of the site. */
@RestController
class ScheduleController {

  private static final int DAYS_BACK = 7;
  private static final int DAYS_AHEAD = 14;
  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  private static final int YEARS_AHEAD = 20;

  private final Schedules schedules;
  private final Patients patients;
  private final Clock clock;

  ScheduleController(Schedules schedules, Patients patients, Clock clock) {
    this.schedules = schedules;
    this.patients = patients;
    this.clock = clock;
  }

  /**
   * @param from first local date; none: a week ago
   * @param to last local date; none: in two weeks
   * @param at the moment of which the states are told; none: now
   */
  @GetMapping("/patients/{patientId}/schedule")
  ResponseEntity<Map<String, Object>> schedule(
      @PathVariable String patientId,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String at,
      Caller caller) {
    Patient patient =
        patients
            .find(patientId)
            .map(Snapshot::state)
            .filter(found -> maySee(caller, found))
            .orElseThrow(() -> ProblemException.notFound("patient"));
    Instant moment =
        parameter("at", at, text -> planned(OffsetDateTime.parse(text)), clock.instant());
    LocalDate today = LocalDate.ofInstant(moment, patient.zone());
    Range range =
        new Range(
            parameter("from", from, this::planned, today.minusDays(DAYS_BACK)),
            parameter("to", to, this::planned, today.plusDays(DAYS_AHEAD)));
    if (range.from().isAfter(range.to())) {
      throw refused("to", "Send a date on or after from.");
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(schedules.of(patient, moment, range));
  }

  private boolean maySee(Caller caller, Patient patient) {
    String patientId = patient.patientId();
    return (caller.has("patient") && patientId.equals(caller.patientId()))
        || (caller.hasAny("front-end", "site-admin", "clinician")
            && caller.seesSite(patient.siteId()))
        || (caller.has("carer")
            && caller.patients().contains(patientId)
            && patient.hasCarer(caller.subject(), clock.instant()))
        || (caller.has("operator") && patient.synthetic());
  }

  private Instant planned(OffsetDateTime at) {
    planned(at.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate());
    return at.toInstant();
  }

  private LocalDate planned(String text) {
    return planned(LocalDate.parse(text));
  }

  /** What is read for an answer grows with the years, so nobody may ask for any number of them. */
  private LocalDate planned(LocalDate day) {
    if (day.isBefore(FIRST) || day.isAfter(last())) {
      throw new IllegalArgumentException("nobody plans for it");
    }
    return day;
  }

  private LocalDate last() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusYears(YEARS_AHEAD);
  }

  private <T> T parameter(
      String name, @Nullable String sent, Function<String, T> parser, T otherwise) {
    if (sent == null) {
      return otherwise;
    }
    try {
      return parser.apply(sent);
    } catch (RuntimeException e) {
      throw refused(
          name,
          "Send a date YYYY-MM-DD from %s to %s; at is a date and time with offset."
              .formatted(FIRST, last()));
    }
  }

  private static ProblemException refused(String name, String cure) {
    return new ProblemException(
        HttpStatus.BAD_REQUEST,
        "invalid",
        "Correct what errors lists.",
        List.of(new Violation(name, "parameter", cure)));
  }
}
