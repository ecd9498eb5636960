package org.procart.alerting.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a service's signs of life.
 *
 * @param instances the latest of each instance
 */
public record LifeDocument(
    @BsonId String service, Instant coveredSince, Instant lastAt, List<Instance> instances) {

  /** Of three signs of life, one every 30 seconds, one may come late or never. */
  static final Duration LONGEST_GAP = Duration.ofSeconds(95);

  /**
   * One instance.
   *
   * @param oldestUnpublishedAt null: nothing waits there
   */
  public record Instance(String id, Instant at, @Nullable Instant oldestUnpublishedAt) {}

  static LifeDocument first(String service, Instance beat) {
    return new LifeDocument(service, beat.at(), beat.at(), List.of(beat));
  }

  LifeDocument with(Instance beat) {
    boolean gap = Duration.between(lastAt, beat.at()).compareTo(LONGEST_GAP) > 0;
    Instant latest = beat.at().isAfter(lastAt) ? beat.at() : lastAt;
    List<Instance> alive = new ArrayList<>(List.of(beat));
    instances.stream()
        .filter(other -> !other.id().equals(beat.id()))
        .filter(other -> other.at().plus(LONGEST_GAP).isAfter(latest))
        .forEach(alive::add);
    return new LifeDocument(service, gap ? beat.at() : coveredSince, latest, alive);
  }

  /** What the oldest of them still has to publish lies before what the others say. */
  Beats.Life life() {
    Instant published =
        instances.stream()
            .map(Instance::oldestUnpublishedAt)
            .filter(Objects::nonNull)
            .min(Instant::compareTo)
            .filter(waiting -> waiting.isBefore(lastAt))
            .orElse(lastAt);
    return new Beats.Life(coveredSince, lastAt, published);
  }
}
