package org.procart.alerting.patient;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What alerting knows of a patient.
 *
 * @param patientId pseudonym
 * @param revision of the enrolment
 * @param siteId responsible site
 * @param synthetic true for proof-of-life patients
 * @param zoneId where the patient lives now
 * @param therapy infusions, given or planned
 * @param status PLANNED, ACTIVE, IN_HOSPITAL, COMPLETED, WITHDRAWN, DECEASED
 * @param care who else is told, and since when; null in documents of earlier releases
 */
public record Patient(
    String patientId,
    Long revision,
    @Nullable String siteId,
    Boolean synthetic,
    String zoneId,
    List<Therapy> therapy,
    String status,
    @Nullable Care care) {

  /**
   * One infusion.
   *
   * @param product code
   * @param indication code
   * @param infusionDate null: not yet
   */
  public record Therapy(String product, String indication, @Nullable LocalDate infusionDate) {}

  /**
   * Who is told of a report that did not come, and since when that counts.
   *
   * @param language BCP 47 code
   * @param carers who may report for the patient
   * @param consent false: nobody watches over the patient
   * @param statusSince since when the patient has this status
   * @param unchangedSince since when status, consent, site, zone, infusions and protocol are as
   *     they are: nothing can have been missed before
   */
  public record Care(
      String language,
      List<Carer> carers,
      Boolean consent,
      String protocol,
      Instant statusSince,
      Instant unchangedSince) {

    static final Care UNKNOWN = new Care("", List.of(), true, "", Instant.EPOCH, Instant.EPOCH);

    Care since(Instant newStatus, Instant newState) {
      return new Care(language, carers, consent, protocol, newStatus, newState);
    }
  }

  /**
   * A person who may report for the patient.
   *
   * @param validFrom first local date; null: always
   * @param validTo last local date; null: open
   */
  public record Carer(String carerId, @Nullable LocalDate validFrom, @Nullable LocalDate validTo) {
    boolean isValidOn(LocalDate day) {
      return (validFrom == null || !day.isBefore(validFrom))
          && (validTo == null || !day.isAfter(validTo));
    }
  }

  public Care cared() {
    return Objects.requireNonNullElse(care, Care.UNKNOWN);
  }

  public ZoneId zone() {
    return ZoneId.of(zoneId);
  }

  /** Ids of those who may report for the patient on that day. */
  public List<String> carersOn(LocalDate day) {
    return cared().carers().stream()
        .filter(carer -> carer.isValidOn(day))
        .map(Carer::carerId)
        .toList();
  }

  /** The same, with what did not change since an earlier revision being as old as it was there. */
  public Patient following(Patient before) {
    Care now = cared();
    Care then = before.cared();
    return new Patient(
        patientId,
        revision,
        siteId,
        synthetic,
        zoneId,
        therapy,
        status,
        now.since(
            status.equals(before.status) ? then.statusSince() : now.statusSince(),
            isWatchedAs(before) ? then.unchangedSince() : now.unchangedSince()));
  }

  private boolean isWatchedAs(Patient before) {
    return status.equals(before.status)
        && Objects.equals(siteId, before.siteId)
        && zoneId.equals(before.zoneId)
        && therapy.equals(before.therapy)
        && cared().consent().equals(before.cared().consent())
        && cared().protocol().equals(before.cared().protocol());
  }

  /**
   * Local date minus the latest infusion date not after it; negative before the first infusion;
   * empty: no infusion is known.
   */
  public Optional<Integer> dayAfterInfusion(Instant when) {
    LocalDate date = LocalDate.ofInstant(when, zone());
    List<LocalDate> infusions =
        therapy.stream().flatMap(one -> Optional.ofNullable(one.infusionDate()).stream()).toList();
    return infusions.stream()
        .filter(infusion -> !infusion.isAfter(date))
        .max(Comparator.naturalOrder())
        .or(() -> infusions.stream().min(Comparator.naturalOrder()))
        .map(infusion -> Math.toIntExact(ChronoUnit.DAYS.between(infusion, date)));
  }

  @Override
  public String toString() {
    return "Patient[" + patientId + "]";
  }
}
