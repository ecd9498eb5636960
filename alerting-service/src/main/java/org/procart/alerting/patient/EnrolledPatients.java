package org.procart.alerting.patient;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is enrolled where; reads, and can do nothing else. */
public interface EnrolledPatients {

  /** Of all sites, by id. Proof-of-life patients are not among them. */
  List<Enrolled> real();

  /** A patient and the responsible site; null: none is known. */
  record Enrolled(String patientId, @Nullable String siteId) {}
}
