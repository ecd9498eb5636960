package org.procart.notification.acknowledgement;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.procart.notification.escalation.Escalation;
import org.procart.notification.escalation.Phase;
import org.procart.notification.wording.Html;

/** The page behind a link: readable on a phone, works without scripts, shows no patient data. */
final class LinkPage {

  private static final DateTimeFormatter HOURS = DateTimeFormatter.ofPattern("HH:mm");

  private final String nonce;

  LinkPage(String nonce) {
    this.nonce = nonce;
  }

  /** What is waiting, and the button. */
  String open(Escalation escalation, String code, Instant now) {
    return page(head(escalation, code) + status(escalation, now) + button());
  }

  String acknowledged(Escalation escalation, String code, Instant at, ZoneId zone) {
    return page(
        head(escalation, code)
            + "<p class=\"done\" role=\"status\">Acknowledged "
            + HOURS.format(at.atZone(zone))
            + ". Paging has stopped.</p>");
  }

  String older(Escalation escalation, String code) {
    return page(
        head(escalation, code)
            + "<p role=\"status\">Noted, but a <strong>newer call</strong> for this alert is out"
            + " and goes on. Answer the newest message.</p>");
  }

  String over() {
    return page("<h1>PRO-CART</h1><p role=\"status\">This alert is closed. Nobody is paged.</p>");
  }

  String expired() {
    return page(
        "<h1>PRO-CART</h1><p role=\"status\">This link has ended. <strong>It did not acknowledge"
            + " anything.</strong> Answer the newest message.</p>");
  }

  String unknown() {
    return page(
        "<h1>PRO-CART</h1><p role=\"status\">There is no such link. <strong>Nothing was"
            + " acknowledged.</strong> Copy the whole link, or reply to the SMS.</p>");
  }

  private static String head(Escalation escalation, String code) {
    String level = escalation.page().level().name();
    return "<h1><span class=\"level\">%s</span> %s</h1><p class=\"site\">%s</p>"
        .formatted(level, Html.text(code), Html.text(escalation.page().label()));
  }

  private static String status(Escalation escalation, Instant now) {
    Instant since = escalation.page().soundedAt();
    long minutes = Math.max(0, Duration.between(since, now).toMinutes());
    String waiting =
        "<p>Since %s, for %d min.</p>"
            .formatted(HOURS.format(since.atZone(escalation.page().zone())), minutes);
    String who =
        escalation.phase() == Phase.PAGING
            ? "<p><strong>Nobody has answered yet.</strong></p>"
            : "<p>Somebody has answered already. You may take it on too.</p>";
    return waiting + who;
  }

  private static String button() {
    return "<form method=\"post\"><button type=\"submit\">I take it on</button></form>"
        + "<p class=\"small\">Opening this page changes nothing. Only the button does.</p>";
  }

  private String page(String body) {
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex, nofollow">
    <title>PRO-CART alert</title>
    <style nonce="%s">
    body{font:1.25rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:32rem;padding:1rem;color:#111;background:#fff}
    h1{font-size:2rem;margin:.5rem 0}
    .level{border:.2rem solid #111;padding:0 .5rem}
    button{font:inherit;font-weight:bold;width:100%%;padding:1.25rem;margin:1rem 0;border:0;border-radius:.5rem;background:#0b5d1e;color:#fff}
    button:focus{outline:.25rem solid #1d70b8;outline-offset:.2rem}
    .done{font-weight:bold;font-size:1.5rem}
    .small{font-size:1rem;color:#444}
    </style>
    </head>
    <body><main>
    %s
    </main></body>
    </html>
    """
        .formatted(nonce, body);
  }
}
