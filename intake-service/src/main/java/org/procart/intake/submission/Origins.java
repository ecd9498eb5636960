package org.procart.intake.submission;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.security.Caller;
import org.procart.intake.patient.Patient;
import org.procart.intake.patient.Patients;
import org.procart.intake.report.ReportHeader;
import org.procart.intake.site.Site;
import org.procart.intake.site.Sites;
import org.procart.intake.snapshot.Snapshot;
import org.procart.intake.submission.Origin.Reporter;
import org.procart.intake.submission.Origin.Standing;

/** Finds out whose report it is, and whether the sender may send it. */
class Origins {

  private final Patients patients;
  private final Sites sites;

  Origins(Patients patients, Sites sites) {
    this.patients = patients;
    this.sites = sites;
  }

  Origin of(Caller caller, ReportHeader header, Instant now) {
    String own = ownPatient(caller);
    String claimed = header.subject() == null ? own : header.subject();
    if (claimed == null) {
      return nobody(caller, Standing.NO_PATIENT, null);
    }
    if (caller.patientId() != null && caller.has("patient") && caller.patientId().equals(claimed)) {
      return patients
          .find(claimed)
          .map(patient -> allowed(patient, Reporter.PATIENT, claimed))
          .orElseGet(() -> nobody(caller, Standing.UNKNOWN_PATIENT, claimed));
    }
    if (caller.has("carer") && caller.patients().contains(claimed)) {
      return carer(caller, claimed, now);
    }
    if (caller.has("front-end")) {
      return frontEnd(caller, header, claimed, now);
    }
    return nobody(caller, Standing.NOT_YOURS, claimed);
  }

  /** Never asks the store; for answers given while it is away. */
  @Nullable Snapshot<Site> rememberedSite(Caller caller) {
    String patientId = ownPatient(caller);
    Optional<String> bySubject =
        patientId == null ? Optional.empty() : patients.rememberedSite(patientId);
    return bySubject.or(() -> onlySite(caller)).flatMap(sites::remembered).orElse(null);
  }

  private Origin carer(Caller caller, String claimed, Instant now) {
    Optional<Snapshot<Patient>> patient = patients.find(claimed);
    if (patient.isEmpty()) {
      return nobody(caller, Standing.UNKNOWN_PATIENT, claimed);
    }
    return patient.get().state().hasCarer(caller.subject(), now)
        ? allowed(patient.get(), Reporter.CARER, caller.subject())
        : nobody(caller, Standing.NOT_YOURS, claimed);
  }

  private Origin frontEnd(Caller caller, ReportHeader header, String claimed, Instant now) {
    Optional<Snapshot<Patient>> patient = patients.find(claimed);
    if (patient.isEmpty()) {
      return nobody(caller, Standing.UNKNOWN_PATIENT, claimed);
    }
    if (!caller.seesSite(patient.get().state().siteId())) {
      return nobody(caller, Standing.NOT_YOURS, claimed);
    }
    return fromSource(patient.get(), header.source(), now);
  }

  /** A front end says in source who answered; what does not fit the enrolment stays UNKNOWN. */
  private Origin fromSource(
      Snapshot<Patient> patient, ReportHeader.@Nullable Reference source, Instant now) {
    if (source == null) {
      return allowed(patient, Reporter.UNKNOWN, null);
    }
    return switch (source.type()) {
      case "Patient" ->
          source.id().equals(patient.state().patientId())
              ? allowed(patient, Reporter.PATIENT, source.id())
              : allowed(patient, Reporter.UNKNOWN, null);
      case "RelatedPerson" ->
          patient.state().hasCarer(source.id(), now)
              ? allowed(patient, Reporter.CARER, source.id())
              : allowed(patient, Reporter.CARER, null);
      case "Practitioner", "PractitionerRole" -> allowed(patient, Reporter.STAFF, null);
      default -> allowed(patient, Reporter.UNKNOWN, null);
    };
  }

  private Origin allowed(
      Snapshot<Patient> patient, Reporter reporter, @Nullable String reporterId) {
    String siteId = patient.state().siteId();
    return new Origin(
        Standing.ALLOWED,
        patient,
        sites.find(siteId).orElse(null),
        siteId,
        patient.state().patientId(),
        patient.state().patientId(),
        reporter,
        reporterId);
  }

  private Origin nobody(Caller caller, Standing standing, @Nullable String claimed) {
    String siteId = onlySite(caller).orElse(null);
    String own = ownPatient(caller);
    return new Origin(
        standing,
        null,
        siteId == null ? null : sites.find(siteId).orElse(null),
        siteId,
        standing == Standing.UNKNOWN_PATIENT && claimed != null && claimed.equals(own) ? own : null,
        claimed,
        Reporter.UNKNOWN,
        null);
  }

  /** Whose report it is when the body does not say: the patient's own, or a carer's only one. */
  private static @Nullable String ownPatient(Caller caller) {
    if (caller.has("patient") && caller.patientId() != null) {
      return caller.patientId();
    }
    boolean one = caller.has("carer") && caller.patients().size() == 1;
    return one ? caller.patients().iterator().next() : null;
  }

  private static Optional<String> onlySite(Caller caller) {
    return caller.sites().stream().sorted().findFirst();
  }
}
