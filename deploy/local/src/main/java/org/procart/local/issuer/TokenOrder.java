package org.procart.local.issuer;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whose token is wanted. */
public record TokenOrder(
    List<String> roles,
    String subject,
    @Nullable String patientId,
    List<String> patients,
    List<String> sites,
    long lifetimeSeconds) {

  static final Duration LIFETIME = Duration.ofHours(12);

  public static TokenOrder patient(String patientId) {
    return new TokenOrder(
        List.of(Role.PATIENT.claim()), patientId, patientId, List.of(), List.of(), seconds());
  }

  public static TokenOrder carer(String carerId, List<String> patients) {
    return new TokenOrder(
        List.of(Role.CARER.claim()), carerId, null, patients, List.of(), seconds());
  }

  /** A person or a system that works for sites. */
  public static TokenOrder staff(Role role, String staffId, List<String> sites) {
    return new TokenOrder(List.of(role.claim()), staffId, null, List.of(), sites, seconds());
  }

  Map<String, Object> claims() {
    Map<String, Object> claims = new LinkedHashMap<>();
    if (patientId != null) {
      claims.put("patient_id", patientId);
    }
    if (!patients.isEmpty()) {
      claims.put("patients", patients);
    }
    if (!sites.isEmpty()) {
      claims.put("sites", sites);
    }
    return claims;
  }

  private static long seconds() {
    return LIFETIME.toSeconds();
  }
}
