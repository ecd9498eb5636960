package org.procart.intake.snapshot;

/**
 * The current state of a subject.
 *
 * @param revision a count from 1
 */
public record Snapshot<T>(T state, long revision) {}
