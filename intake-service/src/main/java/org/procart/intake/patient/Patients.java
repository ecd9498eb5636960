package org.procart.intake.patient;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import org.procart.intake.snapshot.Saved;
import org.procart.intake.snapshot.Snapshot;
import org.procart.intake.snapshot.Snapshots;

/** The enrolments of the platform. */
public class Patients {

  private static final int REMEMBERED = 50_000;

  private final Snapshots<Patient> snapshots;

  /** Where a patient belongs, for answers given while the store is away. */
  private final Cache<String, String> lastSite =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  Patients(Snapshots<Patient> snapshots) {
    this.snapshots = snapshots;
  }

  /** Asks the store each time: an entitlement that ended must end here. */
  public Optional<Snapshot<Patient>> find(String patientId) {
    Optional<Snapshot<Patient>> found = snapshots.find(patientId);
    found.ifPresent(patient -> lastSite.put(patientId, patient.state().siteId()));
    return found;
  }

  /** Never asks the store; may be behind. */
  public Optional<String> rememberedSite(String patientId) {
    return Optional.ofNullable(lastSite.getIfPresent(patientId));
  }

  public List<String> ids() {
    return snapshots.ids();
  }

  public List<String> idsOfSite(String siteId) {
    return snapshots.ids(PatientForm.SITE, siteId);
  }

  Saved<Patient> save(Patient patient) {
    return snapshots.save(patient);
  }
}
