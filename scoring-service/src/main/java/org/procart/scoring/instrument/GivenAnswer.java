package org.procart.scoring.instrument;

/** One item of a report. */
public record GivenAnswer(String linkId, AnswerValue value) {}
