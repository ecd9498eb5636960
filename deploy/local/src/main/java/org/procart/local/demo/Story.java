package org.procart.local.demo;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Tells the demonstration in words. */
public final class Story {

  private static final int GRADED_AT_MOST = 12;

  private final Consumer<String> out;
  private int step;

  public Story(Consumer<String> out) {
    this.out = out;
  }

  void enrolled(String patient) {
    heading("A patient is enrolled at site-a, infused six days ago: " + patient);
  }

  void received(int status, String receipt, JsonNode advice) {
    heading("The patient's app sends a PRO-CTCAE report; intake answers " + status);
    line("receipt   " + receipt);
    line("advice    " + text(advice, "level") + ": " + text(advice, "text"));
    line(
        "          phone "
            + text(advice, "phone")
            + ", emergency "
            + text(advice, "emergencyNumber")
            + ", watched now: "
            + text(advice, "watchedNow"));
  }

  void scores(JsonNode event) {
    heading("Scored by " + text(event, "scorer") + " " + text(event, "scorerVersion"));
    String graded =
        event
            .path("scores")
            .valueStream()
            .filter(score -> !score.path("grade").isNull() && !score.path("grade").isMissingNode())
            .limit(GRADED_AT_MOST)
            .map(score -> text(score, "scale") + " = " + text(score, "grade"))
            .collect(Collectors.joining("\n             "));
    line("grades    " + graded);
  }

  void alert(JsonNode alert, Duration after) {
    heading(text(alert, "level") + " alert after " + seconds(after));
    line("rule      " + text(alert, "ruleTitle"));
    line("wording   " + text(alert, "wording"));
    line("day       " + text(alert, "dayAfterInfusion") + " after infusion");
    line("state     " + text(alert, "state"));
  }

  void sms(Page page, Duration after) {
    heading("SMS on " + page.phone() + " after " + seconds(after));
    line(page.text());
  }

  void mail(JsonNode mail, Duration after) {
    heading("E-mail in " + text(mail, "to") + " after " + seconds(after));
    line("subject   " + text(mail, "subject"));
    text(mail, "text").lines().filter(said -> !said.isBlank()).forEach(this::line);
  }

  void opened(String link, int status, String state) {
    heading("Somebody opens the link (answer " + status + "): it changes nothing");
    line(link);
    line("state     " + state);
  }

  void replied(Page page) {
    heading("The nurse replies by SMS: ack " + page.code());
  }

  void answered(String text) {
    line("answer    " + text);
  }

  void acknowledged(JsonNode alert) {
    heading("The alert shows who took it");
    line("state     " + text(alert, "state"));
    alert
        .path("acknowledgements")
        .valueStream()
        .forEach(
            one ->
                line(
                    "by        "
                        + text(one, "by")
                        + " at "
                        + text(one, "at")
                        + " through "
                        + text(one, "route")));
  }

  void missing(String what) {
    out.accept("");
    out.accept("FAILED: " + what + " in time.");
  }

  private void heading(String text) {
    step++;
    out.accept("");
    out.accept(step + ". " + text);
  }

  private void line(String text) {
    out.accept("   " + text);
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("-");
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
