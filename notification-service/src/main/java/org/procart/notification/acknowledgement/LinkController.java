package org.procart.notification.acknowledgement;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.procart.notification.escalation.Acknowledgement;
import org.procart.notification.escalation.Escalation;
import org.procart.notification.escalation.Escalations;
import org.procart.notification.escalation.Phase;
import org.procart.notification.key.Key;
import org.procart.notification.key.Keys;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Links in messages. Scanners and previews open them: only the button's POST does anything. */
@RestController
class LinkController {

  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final SecureRandom random = new SecureRandom();
  private final Keys keys;
  private final Escalations escalations;
  private final Acknowledger acknowledger;
  private final Readers readers;
  private final Colleagues colleagues;
  private final Clock clock;

  LinkController(
      Keys keys,
      Escalations escalations,
      Acknowledger acknowledger,
      Readers readers,
      Colleagues colleagues,
      Clock clock) {
    this.keys = keys;
    this.escalations = escalations;
    this.acknowledger = acknowledger;
    this.readers = readers;
    this.colleagues = colleagues;
    this.clock = clock;
  }

  @GetMapping("/a/{token}")
  ResponseEntity<String> show(@PathVariable String token, Locale locale) {
    String nonce = nonce();
    Optional<Key> found = keys.byToken(token);
    if (found.isEmpty()) {
      return unknown(nonce, locale);
    }
    Key key = found.get();
    LinkPage page = new LinkPage(nonce, readers.holder(key));
    List<Escalation> open = open(key);
    if (open.isEmpty()) {
      return html(HttpStatus.GONE, nonce, page.over());
    }
    if (!key.live(clock.instant())) {
      return html(HttpStatus.GONE, nonce, page.expired());
    }
    return html(
        HttpStatus.OK,
        nonce,
        page.open(open, key.code(), clock.instant(), colleagues.ofDesk(key.recipientId(), open)));
  }

  @PostMapping("/a/{token}")
  ResponseEntity<String> acknowledge(
      @PathVariable String token,
      @RequestParam(name = "for", defaultValue = "") String staffId,
      Locale locale) {
    String nonce = nonce();
    Optional<Key> found = keys.byToken(token);
    if (found.isEmpty()) {
      return unknown(nonce, locale);
    }
    Key key = found.get();
    LinkPage page = new LinkPage(nonce, readers.holder(key));
    List<Escalation> open = open(key);
    return switch (acknowledger.accept(key, said(key, token, staffId, open))) {
      case Answer.Accepted accepted ->
          html(HttpStatus.OK, nonce, page.acknowledged(open, key.code(), accepted));
      case Answer.Older() -> html(HttpStatus.CONFLICT, nonce, page.older(open, key.code()));
      case Answer.Expired() -> html(HttpStatus.GONE, nonce, page.expired());
      case Answer.Closed() -> html(HttpStatus.GONE, nonce, page.over());
    };
  }

  /** A desk may say who on the telephone takes it on; anybody else speaks for nobody else. */
  private Acknowledgement said(Key key, String token, String staffId, List<Escalation> open) {
    boolean named =
        colleagues.ofDesk(key.recipientId(), open).stream()
            .anyMatch(member -> member.staffId().equals(staffId));
    Instant now = clock.instant();
    return named
        ? new Acknowledgement(
            staffId, "desk", now, "link-" + token + "-" + staffId, key.recipientId())
        : Acknowledgement.of(key.recipientId(), "link", now, "link-" + token);
  }

  private ResponseEntity<String> unknown(String nonce, Locale locale) {
    return html(
        HttpStatus.NOT_FOUND, nonce, new LinkPage(nonce, readers.visitor(locale)).unknown());
  }

  private List<Escalation> open(Key key) {
    return key.escalationIds().stream()
        .flatMap(id -> escalations.find(id).stream())
        .filter(each -> !(each.phase() == Phase.ENDED && "CLOSED".equals(each.endReason())))
        .toList();
  }

  private String nonce() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static ResponseEntity<String> html(HttpStatus status, String nonce, String page) {
    return ResponseEntity.status(status)
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .header("Referrer-Policy", "no-referrer")
        .header("X-Robots-Tag", "noindex, nofollow, noarchive")
        .header("X-Content-Type-Options", "nosniff")
        .header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'nonce-"
                + nonce
                + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
        .body(page);
  }
}
