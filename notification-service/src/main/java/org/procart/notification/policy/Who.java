package org.procart.notification.policy;

import org.jspecify.annotations.Nullable;

/**
 * Whom a step calls.
 *
 * @param role for ROLE
 * @param layer for ROLE, counted from 1
 * @param staffId for PERSON
 */
public record Who(Kind kind, @Nullable String role, int layer, @Nullable String staffId) {

  public enum Kind {
    ROLE,
    PERSON,
    DESK
  }

  public static Who role(String role, int layer) {
    return new Who(Kind.ROLE, role, layer, null);
  }

  public static Who person(String staffId) {
    return new Who(Kind.PERSON, null, 0, staffId);
  }

  public static Who desk() {
    return new Who(Kind.DESK, null, 0, null);
  }
}
