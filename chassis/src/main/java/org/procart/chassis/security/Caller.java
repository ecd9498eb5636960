package org.procart.chassis.security;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who calls, as the token says.
 *
 * @param subject pseudonym of the person or system
 * @param roles roles of the contract, for example {@code clinician}
 * @param sites sites that staff and front ends may see
 * @param patientId the patient that the caller is; null for others
 * @param patients patients that a carer may report for; the enrolment must say so too
 */
public record Caller(
    String subject,
    Set<String> roles,
    Set<String> sites,
    @Nullable String patientId,
    Set<String> patients) {

  static Caller of(Jwt token) {
    return new Caller(
        String.valueOf(token.getSubject()),
        names(token, "roles"),
        names(token, "sites"),
        token.getClaimAsString("patient_id"),
        names(token, "patients"));
  }

  public boolean has(String role) {
    return roles.contains(role);
  }

  public boolean hasAny(String... anyOf) {
    return List.of(anyOf).stream().anyMatch(roles::contains);
  }

  public void requireAny(String... anyOf) {
    if (!hasAny(anyOf)) {
      throw new ProblemException(
          HttpStatus.FORBIDDEN,
          "role-missing",
          "This needs one of the roles: " + String.join(", ", anyOf) + ".");
    }
  }

  public boolean seesSite(@Nullable String siteId) {
    return siteId != null && sites.contains(siteId);
  }

  public void requireSite(@Nullable String siteId) {
    if (!seesSite(siteId)) {
      throw new ProblemException(
          HttpStatus.FORBIDDEN, "not-your-site", "Your token does not name this site.");
    }
  }

  private static Set<String> names(Jwt token, String claim) {
    Object value = token.getClaims().get(claim);
    if (value instanceof Collection<?> many) {
      return Set.copyOf(many.stream().map(String::valueOf).toList());
    }
    return value == null ? Set.of() : Set.of(String.valueOf(value));
  }
}
