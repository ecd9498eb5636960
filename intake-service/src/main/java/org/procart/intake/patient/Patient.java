package org.procart.intake.patient;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/**
 * An enrolment under a pseudonym.
 *
 * @param zone where the patient lives now
 * @param synthetic true only for proof-of-life patients
 */
public record Patient(
    String patientId,
    String siteId,
    ZoneId zone,
    String language,
    List<Therapy> therapy,
    String schedule,
    List<Carer> carers,
    Consent consent,
    CareStatus status,
    boolean synthetic) {

  public Patient {
    therapy = List.copyOf(therapy);
    carers = List.copyOf(carers);
  }

  Patient with(Consent other) {
    return new Patient(
        patientId, siteId, zone, language, therapy, schedule, carers, other, status, synthetic);
  }

  /** False: reports are stored and answered, and nobody is paged for them. */
  public boolean watched() {
    return consent.care() && status != CareStatus.WITHDRAWN;
  }

  public boolean hasCarer(String carerId, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    return carers.stream()
        .anyMatch(carer -> carer.carerId().equals(carerId) && carer.validOn(today));
  }

  public List<LocalDate> infusionDates() {
    return therapy.stream().map(Therapy::infusionDate).filter(Objects::nonNull).toList();
  }
}
