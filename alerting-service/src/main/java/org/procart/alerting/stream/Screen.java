package org.procart.alerting.stream;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * One connected screen. A screen that does not keep up is let go: it comes back with its last event
 * id and misses nothing.
 */
final class Screen implements RecentAlerts.Listener {

  private static final int WAITING = 6_000;
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final SseEmitter emitter;
  private final Audience audience;
  private final BlockingQueue<StreamedAlert> waiting = new ArrayBlockingQueue<>(WAITING);
  private volatile boolean open = true;
  private volatile @Nullable Thread runner;
  private volatile Position position = new Position(Map.of());
  private volatile boolean resumed;

  /**
   * Who looks at a screen.
   *
   * @param sites that may be seen; null: all, also of none
   * @param clinical false leaves out whom and why
   */
  record Audience(@Nullable Set<String> sites, boolean clinical) {

    boolean maySee(StreamedAlert alert) {
      String siteId = alert.change().getSiteId();
      return sites == null || (siteId != null && sites.contains(siteId));
    }
  }

  Screen(SseEmitter emitter, Audience audience) {
    this.emitter = emitter;
    this.audience = audience;
    emitter.onCompletion(this::close);
    emitter.onTimeout(emitter::complete);
    emitter.onError(fault -> close());
  }

  @Override
  public void resumed(Position from) {
    position = from;
    resumed = true;
  }

  @Override
  public void begun(Position from) {
    position = from;
  }

  @Override
  public void heard(StreamedAlert alert) {
    if (!waiting.offer(alert)) {
      close();
    }
  }

  @Override
  public void close() {
    open = false;
    Thread running = runner;
    if (running != null) {
      running.interrupt();
    }
  }

  /**
   * Sends until the screen goes; on a thread of its own.
   *
   * @param greeting first event of a stream that begins anew: {@code ready} or {@code reset}
   */
  void run(String greeting) {
    runner = Thread.currentThread();
    try {
      if (!resumed) {
        send(SseEmitter.event().name(greeting).data("{}", MediaType.APPLICATION_JSON));
      }
      sendOn();
    } catch (IOException | IllegalStateException e) {
      close();
    } catch (InterruptedException e) {
      open = false;
    }
    emitter.complete();
  }

  private void sendOn() throws IOException, InterruptedException {
    Instant heartbeatAt = Instant.now().plus(HEARTBEAT);
    while (open) {
      StreamedAlert next = waiting.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
      if (next != null) {
        position = next.after();
      }
      if (next != null && audience.maySee(next)) {
        send(event(next));
      } else if (Instant.now().isAfter(heartbeatAt)) {
        send(SseEmitter.event().comment("still here"));
        heartbeatAt = Instant.now().plus(HEARTBEAT);
      }
    }
  }

  /** Even a heartbeat moves the screen's position, past what it may not see. */
  private void send(SseEventBuilder event) throws IOException {
    emitter.send(event.id(position.text()));
  }

  private SseEventBuilder event(StreamedAlert alert) {
    return SseEmitter.event()
        .name("alert")
        .data(StreamedSummary.of(alert.change(), audience.clinical()), MediaType.APPLICATION_JSON);
  }
}
