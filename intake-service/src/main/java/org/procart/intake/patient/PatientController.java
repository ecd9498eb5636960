package org.procart.intake.patient;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.procart.chassis.problem.ProblemException;
import org.procart.chassis.problem.Violation;
import org.procart.chassis.security.Caller;
import org.procart.intake.protocol.Protocols;
import org.procart.intake.site.Sites;
import org.procart.intake.snapshot.Saved;
import org.procart.intake.snapshot.Snapshot;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class PatientController {

  private static final LocalDate FIRST_INFUSION = LocalDate.of(1990, 1, 1);
  private static final int YEARS_AHEAD = 2;

  private final Enrolments enrolments;
  private final Sites sites;
  private final Protocols protocols;
  private final Clock clock;

  PatientController(Enrolments enrolments, Sites sites, Protocols protocols, Clock clock) {
    this.enrolments = enrolments;
    this.sites = sites;
    this.protocols = protocols;
    this.clock = clock;
  }

  @PutMapping("/patients/{patientId}")
  ResponseEntity<Map<String, Object>> put(
      @PathVariable String patientId, @RequestBody JsonNode body, Caller caller) {
    requireRole(patientId, caller);
    Patient patient = read(patientId, body);
    requireSite(patient.siteId(), patient, caller);
    enrolments
        .find(patientId)
        .ifPresent(before -> requireSite(before.state().siteId(), patient, caller));
    Saved<Patient> saved = enrolments.save(withConsent(patient, body));
    return shown(
        saved.outcome() == Saved.Outcome.CREATED ? HttpStatus.CREATED : HttpStatus.OK,
        saved.snapshot());
  }

  /** Silence never takes back what the patient said: without consent in the body the old stays. */
  private Patient withConsent(Patient patient, JsonNode body) {
    return body.path("consent").isObject()
        ? patient
        : enrolments
            .find(patient.patientId())
            .map(before -> patient.with(before.state().consent()))
            .orElse(patient);
  }

  @GetMapping("/patients/{patientId}")
  ResponseEntity<Map<String, Object>> get(@PathVariable String patientId, Caller caller) {
    requireRole(patientId, caller);
    return enrolments
        .find(patientId)
        .filter(found -> found.state().synthetic() ? true : caller.seesSite(found.state().siteId()))
        .map(found -> shown(HttpStatus.OK, found))
        .orElseThrow(() -> ProblemException.notFound("patient"));
  }

  /** A site enrols its patients; the platform's operator enrols those that do not exist. */
  private static void requireRole(String patientId, Caller caller) {
    caller.requireAny(ProofOfLife.reserved(patientId) ? "operator" : "site-admin");
  }

  private static void requireSite(String siteId, Patient patient, Caller caller) {
    if (!patient.synthetic()) {
      caller.requireSite(siteId);
    }
  }

  private Patient read(String patientId, JsonNode body) {
    List<Violation> violations = new ArrayList<>();
    if (!PatientJson.isPseudonym(patientId)) {
      violations.add(
          new Violation(
              "", "patient-id", "Use letters, digits, - _ . in the address, at most 64."));
    }
    Optional<Patient> patient =
        PatientJson.read(
            patientId,
            body,
            id -> sites.find(id).map(Snapshot::state),
            protocols::exists,
            this::possible,
            violations);
    return patient.orElseThrow(
        () ->
            new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid",
                "Correct the fields listed in errors.",
                violations));
  }

  private boolean possible(LocalDate infusionDate) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return !infusionDate.isBefore(FIRST_INFUSION)
        && !infusionDate.isAfter(today.plusYears(YEARS_AHEAD));
  }

  private static ResponseEntity<Map<String, Object>> shown(
      HttpStatus status, Snapshot<Patient> snapshot) {
    return ResponseEntity.status(status)
        .eTag("\"" + snapshot.revision() + "\"")
        .body(PatientJson.write(snapshot.state()));
  }
}
