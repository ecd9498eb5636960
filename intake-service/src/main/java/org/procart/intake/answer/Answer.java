package org.procart.intake.answer;

import java.util.LinkedHashSet;
import java.util.Set;
import org.procart.intake.site.AdviceLevel;

/**
 * One answered or declined item.
 *
 * @param redFlag the questionnaire's mark on the chosen option or on the value
 */
public record Answer(String linkId, AnswerValue value, AdviceLevel redFlag, Set<Flag> flags) {

  /** Names are part of the contract of {@code pro.submission.v1}. */
  public enum Flag {
    /** Answered although its condition is not met. */
    BRANCH_CONFLICT,
    /** 0 because its condition is not met: the question was not asked. */
    BRANCHED_AWAY,
    /** Sent more than once with different values; this is the worst of them. */
    REPEATED,
    /** A body temperature that nobody has: as sent, and to be counted as not measured. */
    IMPLAUSIBLE,
    /** A temperature that can only be meant in another unit than it says; read in that one. */
    UNIT_ASSUMED
  }

  public Answer {
    flags = Set.copyOf(flags);
  }

  Answer(String linkId, AnswerValue value, AdviceLevel redFlag) {
    this(linkId, value, redFlag, Set.of());
  }

  Answer with(Flag flag) {
    Set<Flag> more = new LinkedHashSet<>(flags);
    more.add(flag);
    return new Answer(linkId, value, redFlag, more);
  }

  /** Answers with several items say so; this never prints what a patient answered. */
  @Override
  public String toString() {
    return "Answer[" + linkId + "]";
  }
}
