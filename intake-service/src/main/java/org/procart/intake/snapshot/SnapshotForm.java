package org.procart.intake.snapshot;

import org.apache.avro.specific.SpecificRecord;

/** How a subject is stored and published. */
public interface SnapshotForm<T> {

  String topic();

  String id(T state);

  /** The whole state as JSON; {@link #read} gives an equal one back. */
  String write(T state);

  T read(String json);

  /** The same id whenever the same revision is published. */
  SpecificRecord event(Snapshot<T> snapshot, java.time.Instant now);
}
