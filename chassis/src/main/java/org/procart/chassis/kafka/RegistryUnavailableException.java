package org.procart.chassis.kafka;

import java.io.Serial;

/** A value could not be read because the schema registry did not answer: not the record's fault. */
class RegistryUnavailableException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  RegistryUnavailableException() {
    super("The schema registry did not answer");
  }
}
