package org.procart.schemas.questionnaire;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The page that shows people which questionnaires there are. */
final class InstrumentPage {

  private InstrumentPage() {}

  static String text() {
    return """
    # Instruments

    Made from `schemas/src/main/resources/questionnaires` by `mvn -pl schemas test -Dprocart.docs.write=true`; not edited by hand. How scores are made of them: [scoring.md](scoring.md). When they are due: [schedules.md](schedules.md).

    A report names its form as `url|version`; without a version the newest released one is meant. A site adds its own as files, see [scoring.md](scoring.md).

    | form | version | questions | url | status |
    |---|---|---|---|---|
    %s

    ## What the clinical lead has to confirm

    %s

    ## Licensed instruments

    %s

    ## Advice at once

    Answers that make the advice of a receipt CONTACT or URGENT, whatever the scores say later.

    %s
    """
        .formatted(
            lines(Form.all().map(InstrumentPage::row)),
            lines(notes("to-be-confirmed")),
            lines(
                Form.all()
                    .filter(form -> form.extension("licence-holder").isPresent())
                    .map(
                        form ->
                            "- **%s**: %s".formatted(form.text("title"), form.text("copyright")))),
            Form.all()
                .filter(form -> form.text("url").endsWith("cart-home-check"))
                .map(InstrumentPage::flags)
                .collect(Collectors.joining("\n")));
  }

  private static String row(Form form) {
    return "| %s | %s | %d | `%s` | %s |"
        .formatted(
            form.text("title"),
            form.text("version"),
            form.questions().size(),
            form.text("url"),
            form.text("status")
                + form.extension("licence-holder").map(who -> ", licence of " + who).orElse(""));
  }

  private static Stream<String> notes(String extension) {
    return Form.all()
        .filter(form -> form.extension(extension).isPresent())
        .map(
            form ->
                "- **%s**: %s"
                    .formatted(form.text("title"), form.extension(extension).orElseThrow()));
  }

  private static String flags(Form form) {
    List<String> rows =
        form.questions().stream()
            .flatMap(
                item ->
                    Stream.concat(
                        Form.extensions(item, "red-flag-when")
                            .map(flag -> row(item, condition(flag), level(flag))),
                        form.options(item).stream()
                            .flatMap(
                                option ->
                                    Form.extensions(option, "red-flag")
                                        .map(
                                            flag ->
                                                row(
                                                    item,
                                                    option.path("display").asString(""),
                                                    flag.path("valueCode").asString(""))))))
            .toList();
    return "| %s | answer | advice |\n|---|---|---|\n%s"
        .formatted(form.text("title"), String.join("\n", rows));
  }

  private static String row(JsonNode item, String answer, String level) {
    return "| %s | %s | %s |".formatted(item.path("text").asString(""), answer, level);
  }

  private static String level(JsonNode flag) {
    return QuestionnaireRulesTest.level(flag);
  }

  private static String condition(JsonNode flag) {
    JsonNode value = flag.path("extension").path(2);
    JsonNode quantity = value.path("valueQuantity");
    return value.has("valueBoolean")
        ? "yes"
        : "%s %s %s"
            .formatted(
                flag.path("extension").path(1).path("valueCode").asString(""),
                quantity.path("value").asString(""),
                quantity.path("code").asString(""));
  }

  private static String lines(Stream<String> lines) {
    return lines.collect(Collectors.joining("\n"));
  }
}
