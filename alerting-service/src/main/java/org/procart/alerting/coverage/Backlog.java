package org.procart.alerting.coverage;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Until when everything that intake published has been scored and judged. The ends of the topics
 * are noted, and once both groups have come so far, all that lay there before was read.
 */
@Component
class Backlog {

  private static final int SECONDS = 5;

  private final Admin broker;
  private final Clock clock;
  private final String submissions;
  private final String scores;
  private final String scoring;
  private final String alerting;
  private @Nullable Mark mark;
  private Instant through = Instant.EPOCH;

  /**
   * How far the topics went at a moment.
   *
   * @param scores null: not all of the submissions had been scored yet
   */
  private record Mark(
      Instant at,
      Map<TopicPartition, Long> submissions,
      @Nullable Map<TopicPartition, Long> scores) {}

  Backlog(
      Admin broker,
      Clock clock,
      @Value("pro.submission.v1") String submissions,
      @Value("pro.score.v1") String scores,
      @Value("${procart.alerting.silence.scoring-group:scoring}") String scoring,
      @Value("${spring.kafka.consumer.group-id}") String alerting) {
    this.broker = broker;
    this.clock = clock;
    this.submissions = submissions;
    this.scores = scores;
    this.scoring = scoring;
    this.alerting = alerting;
  }

  /** What was published before this has been judged. Stays where it was while nobody can tell. */
  synchronized Instant through() {
    try {
      moveOn();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // The broker does not answer: nothing can be told, and its own alarms are out.
    }
    return through;
  }

  private void moveOn() throws InterruptedException, ExecutionException, TimeoutException {
    Mark now = mark;
    if (now == null) {
      now = new Mark(clock.instant(), ends(submissions), null);
    }
    if (now.scores() == null && hasRead(scoring, now.submissions())) {
      now = new Mark(now.at(), now.submissions(), ends(scores));
    }
    Map<TopicPartition, Long> scored = now.scores();
    if (scored != null && hasRead(alerting, scored)) {
      through = now.at();
      now = null;
    }
    mark = now;
  }

  private boolean hasRead(String group, Map<TopicPartition, Long> ends)
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<TopicPartition, OffsetAndMetadata> read =
        broker
            .listConsumerGroupOffsets(group)
            .partitionsToOffsetAndMetadata()
            .get(SECONDS, TimeUnit.SECONDS);
    Map<TopicPartition, Long> starts = null;
    for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
      OffsetAndMetadata committed = read.get(end.getKey());
      if (committed == null && end.getValue() > 0) {
        starts = starts == null ? offsets(ends.keySet(), OffsetSpec.earliest()) : starts;
      }
      long from = starts == null ? 0 : starts.getOrDefault(end.getKey(), 0L);
      if ((committed == null ? from : committed.offset()) < end.getValue()) {
        return false;
      }
    }
    return true;
  }

  private Map<TopicPartition, Long> ends(String topic)
      throws InterruptedException, ExecutionException, TimeoutException {
    Set<TopicPartition> all = new HashSet<>();
    for (TopicDescription found :
        broker
            .describeTopics(List.of(topic))
            .allTopicNames()
            .get(SECONDS, TimeUnit.SECONDS)
            .values()) {
      found.partitions().forEach(each -> all.add(new TopicPartition(topic, each.partition())));
    }
    return offsets(all, OffsetSpec.latest());
  }

  private Map<TopicPartition, Long> offsets(Set<TopicPartition> partitions, OffsetSpec spec)
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<TopicPartition, ListOffsetsResultInfo> found =
        broker
            .listOffsets(
                partitions.stream().collect(Collectors.toMap(Function.identity(), each -> spec)))
            .all()
            .get(SECONDS, TimeUnit.SECONDS);
    return found.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().offset()));
  }
}
