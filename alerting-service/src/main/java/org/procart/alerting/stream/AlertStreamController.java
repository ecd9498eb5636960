package org.procart.alerting.stream;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.stream.Screen.Audience;
import org.procart.alerting.worklist.AlertAccess;
import org.procart.chassis.security.Caller;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Changes as server-sent events: {@code ready} first (then load the list), {@code alert} for each
 * change, {@code reset} when too much was missed (load the list again). Streams end after ten
 * minutes, so that a token that has expired does not read on; a screen comes back by itself.
 */
@RestController
class AlertStreamController {

  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final RecentAlerts recent;
  private final AlertAccess access;

  AlertStreamController(RecentAlerts recent, AlertAccess access) {
    this.recent = recent;
    this.access = access;
  }

  @GetMapping(path = "/alerts/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> stream(
      Caller caller,
      @RequestParam(required = false) @Nullable String siteId,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
    Audience audience =
        new Audience(access.listable(caller, siteId), AlertAccess.seesClinicalContent(caller));
    SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
    Screen screen = new Screen(emitter, audience);
    Optional.ofNullable(lastEventId)
        .flatMap(Position::parse)
        .ifPresentOrElse(since -> recent.listen(screen, since), () -> recent.listen(screen));
    Thread.ofVirtual().name("alert-stream").start(() -> run(screen, lastEventId));
    return ResponseEntity.ok().header("X-Accel-Buffering", "no").body(emitter);
  }

  private void run(Screen screen, @Nullable String lastEventId) {
    try {
      screen.run(lastEventId == null ? "ready" : "reset");
    } finally {
      recent.leave(screen);
    }
  }
}
