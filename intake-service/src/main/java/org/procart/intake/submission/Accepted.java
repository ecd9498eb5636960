package org.procart.intake.submission;

import org.jspecify.annotations.Nullable;
import org.procart.intake.report.Completeness;
import org.procart.intake.report.Revision;
import org.procart.intake.report.Version;

/**
 * A candidate with its place among the versions of its report.
 *
 * @param completeness as published: a version that contradicts a finished one is CONFLICTING
 */
record Accepted(
    Candidate candidate,
    int number,
    boolean current,
    @Nullable Version supersedes,
    Completeness completeness,
    int httpStatus,
    String receipt) {

  private static final int CONFLICT = 409;

  static Accepted of(Candidate candidate, Revision revision, String receipt) {
    return switch (revision) {
      case Revision.Next(int number, Version supersedes) ->
          new Accepted(
              candidate,
              number,
              true,
              supersedes,
              candidate.completeness(),
              candidate.verdict().httpStatus(),
              receipt);
      case Revision.Beside(int number, boolean conflict) ->
          new Accepted(
              candidate,
              number,
              false,
              null,
              conflicting(candidate, conflict),
              conflict ? CONFLICT : candidate.verdict().httpStatus(),
              receipt);
      case Revision.Repeat _ -> throw new IllegalArgumentException("A repeat is not stored again");
    };
  }

  /** What cannot be read at all stays UNREADABLE: it must ring as such. */
  private static Completeness conflicting(Candidate candidate, boolean conflict) {
    boolean readable = candidate.completeness() != Completeness.UNREADABLE;
    return conflict && readable ? Completeness.CONFLICTING : candidate.completeness();
  }

  /** Id of the stored document: inserting it decides which of two racing versions is first. */
  String documentId() {
    return documentId(candidate.identity().hash(), number);
  }

  static String documentId(String identityHash, int number) {
    return identityHash + ":" + number;
  }

  Version version() {
    return new Version(
        number,
        candidate.identity().content(),
        candidate.identity().eventId(),
        receipt,
        candidate.delivery().receivedAt(),
        candidate.header().status(),
        completeness,
        current,
        supersedes == null ? null : supersedes.eventId(),
        httpStatus);
  }
}
