package org.procart.local.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

  @Test
  void aChangeReturnsOnlyWhenACommitBegunAfterItIsDone() {
    AtomicInteger written = new AtomicInteger();
    AtomicInteger durable = new AtomicInteger();
    GroupCommit commits = new GroupCommit(() -> durable.set(written.get()));

    commits.change(written::incrementAndGet);

    assertThat(durable).hasValue(1);
  }

  @Test
  void writersThatChangeAtTheSameTimeShareOneCommit() throws Exception {
    // Given
    int writerCount = 50;
    AtomicInteger commitCount = new AtomicInteger();
    GroupCommit commits = new GroupCommit(commitCount::incrementAndGet);
    CountDownLatch allChange = new CountDownLatch(writerCount);
    Callable<Integer> writer =
        () ->
            commits.change(
                () -> {
                  allChange.countDown();
                  await(allChange);
                  return 1;
                });

    // When
    try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> done : writers.invokeAll(Collections.nCopies(writerCount, writer))) {
        done.get();
      }
    }

    // Then
    assertThat(commitCount).hasValue(1);
  }

  @Test
  void aLookWaitsForWhatItMayHaveSeen() throws Exception {
    // Given
    AtomicInteger durable = new AtomicInteger();
    CountDownLatch changed = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    GroupCommit commits =
        new GroupCommit(
            () -> {
              changed.countDown();
              await(goOn);
              durable.set(1);
            });
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> change = threads.submit(() -> commits.change(() -> 0));
      await(changed);

      // When
      Future<Integer> look = threads.submit(() -> commits.look(() -> 0));
      assertThat(look.isDone()).isFalse();
      goOn.countDown();
      look.get();

      // Then
      assertThat(durable).hasValue(1);
      change.get();
    }
  }

  @Test
  void aCommitThatFailsIsTheWritersFault() {
    GroupCommit commits =
        new GroupCommit(
            () -> {
              throw new IllegalStateException("disk");
            });

    assertThatThrownBy(() -> commits.change(() -> 0)).hasMessage("disk");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
