package org.procart.intake.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stored version of a report.
 *
 * @param number place in the report's versions, from 0
 * @param current false: it never replaced the report (CONFLICTING, or a faulty change of a good
 *     one)
 * @param httpStatus what its sender was answered the first time
 */
public record Version(
    int number,
    String content,
    String eventId,
    String receipt,
    Instant receivedAt,
    @Nullable ReportStatus status,
    Completeness completeness,
    boolean current,
    @Nullable String supersedes,
    int httpStatus) {}
