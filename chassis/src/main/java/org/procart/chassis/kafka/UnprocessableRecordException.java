package org.procart.chassis.kafka;

import java.io.Serial;

/** This record can never be processed: it is parked at once, its neighbours go on. */
public class UnprocessableRecordException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code stable code for the dead-letter header; never a value from the record
   */
  public UnprocessableRecordException(String code) {
    super(code);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
