package org.procart.scoring.instrument;

/** Why a scale has no value; the codes are part of the contract of pro.score.v1. */
public enum MissingReason {
  NOT_ANSWERED("not-answered"),
  ASKED_DECLINED("asked-declined"),
  NOT_APPLICABLE("not-applicable"),
  INCOMPLETE("incomplete"),
  OUT_OF_RANGE("out-of-range"),
  CANNOT_TELL("cannot-tell");

  private final String code;

  MissingReason(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
