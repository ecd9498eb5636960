package org.procart.notification.acknowledgement;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.procart.notification.escalation.Escalation;
import org.procart.notification.escalation.Page;
import org.procart.notification.escalation.Phase;
import org.procart.notification.oncall.StaffMember;
import org.procart.notification.wording.Field;
import org.procart.notification.wording.Html;
import org.procart.notification.wording.LinkText;
import org.procart.notification.wording.PageTexts;

/** The page behind a link: readable on a phone, works without scripts, shows no patient data. */
final class LinkPage {

  private static final DateTimeFormatter HOURS = DateTimeFormatter.ofPattern("HH:mm");

  private final String nonce;
  private final PageTexts texts;

  LinkPage(String nonce, PageTexts texts) {
    this.nonce = nonce;
    this.texts = texts;
  }

  /**
   * What is waiting, and the button.
   *
   * @param escalations those of the message that are not closed
   * @param colleagues for whom a desk may answer; empty: the reader answers alone
   */
  String open(
      List<Escalation> escalations, String code, Instant now, List<StaffMember> colleagues) {
    return page(head(escalations, code) + status(escalations, now) + form(colleagues));
  }

  String acknowledged(List<Escalation> escalations, String code, Answer.Accepted accepted) {
    return page(head(escalations, code) + taken(accepted));
  }

  /** Where some go on, nobody may read that paging has stopped. */
  private String taken(Answer.Accepted accepted) {
    Map<Field, String> values =
        Map.of(
            Field.TIME, HOURS.format(accepted.at().atZone(accepted.zone())),
            Field.TAKEN, String.valueOf(accepted.taken()),
            Field.COUNT, String.valueOf(accepted.of()));
    boolean all = accepted.taken() == accepted.of();
    return paragraph("done", all ? LinkText.ACKNOWLEDGED : LinkText.ACKNOWLEDGED_SOME, values);
  }

  String older(List<Escalation> escalations, String code) {
    return page(head(escalations, code) + paragraph("not", LinkText.OLDER, Map.of()));
  }

  String over() {
    return told(LinkText.OVER);
  }

  String expired() {
    return told(LinkText.EXPIRED);
  }

  String unknown() {
    return told(LinkText.UNKNOWN);
  }

  private String told(LinkText text) {
    return page("<h1>PRO-CART</h1>" + paragraph("not", text, Map.of()));
  }

  private String paragraph(String kind, LinkText text, Map<Field, String> values) {
    return "<p class=\"%s\" role=\"status\">%s</p>".formatted(kind, say(text, values));
  }

  private String say(LinkText text, Map<Field, String> values) {
    return Html.text(texts.say(text, values));
  }

  private static String head(List<Escalation> escalations, String code) {
    Page page = escalations.getFirst().page();
    String sites =
        escalations.stream()
            .map(each -> each.page().label())
            .distinct()
            .collect(Collectors.joining(", "));
    return "<h1><span class=\"level\">%s</span> %s</h1><p class=\"site\">%s</p>"
        .formatted(page.level().name(), Html.text(code), Html.text(sites));
  }

  private String status(List<Escalation> escalations, Instant now) {
    Escalation first =
        Collections.min(escalations, Comparator.comparing(each -> each.page().soundedAt()));
    Instant since = first.page().soundedAt();
    long minutes = Math.max(0, Duration.between(since, now).toMinutes());
    Map<Field, String> values =
        Map.of(
            Field.TIME, HOURS.format(since.atZone(first.page().zone())),
            Field.MINUTES, String.valueOf(minutes),
            Field.COUNT, String.valueOf(escalations.size()));
    String bundle =
        escalations.size() == 1 ? "" : "<p>%s</p>".formatted(say(LinkText.BUNDLE, values));
    boolean paging = escalations.stream().anyMatch(each -> each.phase() == Phase.PAGING);
    String who =
        paging
            ? "<p><strong>%s</strong></p>".formatted(say(LinkText.UNANSWERED, Map.of()))
            : "<p>%s</p>".formatted(say(LinkText.ANSWERED, Map.of()));
    return bundle + "<p>%s</p>".formatted(say(LinkText.SINCE, values)) + who;
  }

  private String form(List<StaffMember> colleagues) {
    return """
    <form method="post">%s<button type="submit">%s</button></form>
    <p class="small">%s</p>
    """
        .formatted(
            choice(colleagues), say(LinkText.BUTTON, Map.of()), say(LinkText.HARMLESS, Map.of()));
  }

  /** The desk first: choosing nobody is no lie about who answered. */
  private String choice(List<StaffMember> colleagues) {
    if (colleagues.isEmpty()) {
      return "";
    }
    String names =
        colleagues.stream()
            .map(
                each ->
                    "<option value=\"%s\">%s</option>"
                        .formatted(Html.text(each.staffId()), Html.text(each.name())))
            .collect(Collectors.joining());
    return """
    <label for="for">%s</label>
    <select id="for" name="for"><option value="">%s</option>%s</select>
    """
        .formatted(say(LinkText.FOR_WHOM, Map.of()), say(LinkText.THE_DESK, Map.of()), names);
  }

  private String page(String body) {
    return """
    <!doctype html>
    <html lang="%s">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex, nofollow">
    <title>%s</title>
    <style nonce="%s">
    body{font:1.25rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:32rem;padding:1rem;color:#111;background:#fff}
    h1{font-size:2rem;margin:.5rem 0}
    .level{border:.2rem solid #111;padding:0 .5rem}
    button{font:inherit;font-weight:bold;width:100%%;padding:1.25rem;margin:1rem 0;border:0;border-radius:.5rem;background:#0b5d1e;color:#fff}
    label{display:block;margin-top:1rem}
    select{font:inherit;width:100%%;padding:.75rem}
    button:focus,select:focus{outline:.25rem solid #1d70b8;outline-offset:.2rem}
    .done{font-weight:bold;font-size:1.5rem}
    .not{font-weight:bold}
    .small{font-size:1rem;color:#444}
    </style>
    </head>
    <body><main>
    %s
    </main></body>
    </html>
    """
        .formatted(texts.language(), say(LinkText.TITLE, Map.of()), nonce, body);
  }
}
