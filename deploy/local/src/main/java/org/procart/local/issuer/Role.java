package org.procart.local.issuer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The roles that the services know. */
public enum Role {
  PATIENT,
  CARER,
  FRONT_END,
  CLINICIAN,
  SITE_ADMIN,
  RULE_AUTHOR,
  RULE_APPROVER,
  OPERATOR,
  RESEARCHER;

  public String claim() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Role> named(String name) {
    return Arrays.stream(values()).filter(role -> role.claim().equals(name)).findFirst();
  }

  public static String names() {
    return Arrays.stream(values()).map(Role::claim).collect(Collectors.joining(", "));
  }
}
