package org.procart.schemas.event;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * Avro 1.12.2 loads only record classes that it was told to trust. Whoever builds, reads or writes
 * our records without the catalogue or {@link StoredEvent} calls this first; calling twice is
 * harmless.
 */
public final class TrustedRecords {

  private static final String PACKAGE = "org.procart.schemas";

  static {
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(),
            candidate -> candidate.getPackageName().equals(PACKAGE)));
  }

  private TrustedRecords() {}

  /** Loads this class, whose initialiser tells Avro. */
  public static void trust() {}
}
