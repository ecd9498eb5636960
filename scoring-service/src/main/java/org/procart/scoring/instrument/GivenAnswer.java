package org.procart.scoring.instrument;

/**
 * One item of a report.
 *
 * @param item published code of the item
 * @param branchedAway not asked because of another answer; the value was filled in by us
 */
public record GivenAnswer(String item, AnswerValue value, boolean branchedAway) {

  public GivenAnswer(String item, AnswerValue value) {
    this(item, value, false);
  }
}
