package org.procart.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.procart.scoring.score.TestReports.record;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.procart.chassis.flow.Flow;
import org.procart.chassis.kafka.FirstArrivals;
import org.procart.schemas.SubmissionReceived;
import org.springframework.kafka.listener.BatchListenerFailedException;

class SubmissionListenerTest {

  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final Map<Long, CompletableFuture<Void>> sent = new ConcurrentHashMap<>();
  private final Map<Long, CompletableFuture<Void>> broker = new ConcurrentHashMap<>();
  private final FirstArrivals arrivals = new FirstArrivals();
  private final SubmissionListener listener =
      new SubmissionListener(this::send, new Flow(meters), arrivals);

  @Test
  void allScoresOfABatchAreOnTheirWayBeforeOneIsWaitedFor() {
    broker.putAll(Map.of(0L, new CompletableFuture<>(), 2L, new CompletableFuture<>()));
    CompletableFuture<Void> batch =
        CompletableFuture.runAsync(() -> listener.scoreAll(batch(0, 3)));
    await().untilAsserted(() -> assertThat(sent).containsOnlyKeys(0L, 1L, 2L));
    assertThat(batch).isNotDone();
    broker.get(2L).complete(null);
    assertThat(batch).isNotDone();
    broker.get(0L).complete(null);
    assertThat(batch).succeedsWithin(Duration.ofSeconds(5));
    assertThat(count("received")).isEqualTo(3);
    assertThat(count("processed")).isEqualTo(3);
  }

  @Test
  void theFirstScoreThatDidNotArriveIsNamedAndAllBeforeItCount() {
    RuntimeException fault = new IllegalStateException("away");
    broker.put(1L, new CompletableFuture<>());
    CompletableFuture.runAsync(
        () -> {
          await().until(() -> sent.containsKey(2L));
          broker.get(1L).completeExceptionally(fault);
        });
    BatchListenerFailedException failure = failure(batch(0, 3));
    assertThat(failure.getIndex()).isEqualTo(1);
    assertThat(failure).hasCause(fault);
    assertThat(count("processed")).isEqualTo(1);
  }

  @Test
  void nothingBehindARecordThatCannotBeReadIsBegun() {
    broker.put(1L, CompletableFuture.failedFuture(new IllegalStateException("poison")));
    assertThat(failure(batch(0, 4)).getIndex()).isEqualTo(1);
    assertThat(sent).containsOnlyKeys(0L, 1L);
  }

  @Test
  void aRecordThatIsDeliveredAgainIsReceivedOnce() {
    broker.put(1L, CompletableFuture.failedFuture(new IllegalStateException("away")));
    assertThat(failure(batch(0, 3)).getIndex()).isEqualTo(1);
    assertThat(failure(batch(1, 3)).getIndex()).isZero();
    broker.clear();
    listener.scoreAll(batch(1, 3));
    assertThat(count("received")).isEqualTo(3);
    assertThat(count("processed")).isEqualTo(3);
  }

  @Test
  void aPartitionThatCameBackIsCountedAfresh() {
    listener.scoreAll(batch(0, 2));
    arrivals.forget(List.of(new TopicPartition("pro.submission.v1", 0)));
    listener.scoreAll(batch(0, 2));
    assertThat(count("received")).isEqualTo(4);
    assertThat(count("processed")).isEqualTo(4);
  }

  private CompletableFuture<Void> send(ConsumerRecord<String, SubmissionReceived> record) {
    CompletableFuture<Void> sending =
        broker.getOrDefault(record.offset(), CompletableFuture.completedFuture(null));
    sent.put(record.offset(), sending);
    return sending;
  }

  private static List<ConsumerRecord<String, SubmissionReceived>> batch(long from, long to) {
    return LongStream.range(from, to)
        .mapToObj(offset -> record(offset, TestReports.of("s-" + offset).build()))
        .toList();
  }

  private BatchListenerFailedException failure(
      List<ConsumerRecord<String, SubmissionReceived>> batch) {
    return catchThrowableOfType(BatchListenerFailedException.class, () -> listener.scoreAll(batch));
  }

  private double count(String outcome) {
    return meters.counter("procart.flow", "topic", "pro.submission.v1", "outcome", outcome).count();
  }
}
