package org.procart.alerting.replay;

/** What came of trying a version. */
public record DryRunReport(
    VersionResult candidate,
    VersionResult compared,
    Coverage coverage,
    Difference difference,
    ActedOn actedOn) {}
