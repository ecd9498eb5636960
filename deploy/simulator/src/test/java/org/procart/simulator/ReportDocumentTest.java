package org.procart.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.procart.simulator.plan.Kind;
import org.procart.simulator.plan.Line;
import org.procart.simulator.plan.Plan;
import org.procart.simulator.report.Answer;
import org.procart.simulator.report.ReportDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every document that is made fits the questionnaire it names. */
class ReportDocumentTest {

  private static final String MINIMUM = "http://hl7.org/fhir/StructureDefinition/minValue";
  private static final String MAXIMUM = "http://hl7.org/fhir/StructureDefinition/maxValue";
  private static final String UNIT =
      "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption";

  private static final Plan PLAN = new Plan(TestCohort.TABLES, TestCohort.CATALOGUE);
  private static final List<Line.Report> REPORTS =
      PLAN.of(TestCohort.patients(400), 91).stream()
          .filter(Line.Report.class::isInstance)
          .map(Line.Report.class::cast)
          .toList();

  private final List<String> faults = new ArrayList<>();

  @Test
  void everyAnswerFitsItsQuestion() {
    for (Line.Report report : REPORTS) {
      JsonNode document = document(report);
      JsonNode form = form(document.path("questionnaire").asString(""));
      walk(document.path("item"), form, form, new HashMap<>());
      assertThat(answers(document)).isEqualTo(report.answers().size());
    }

    assertThat(faults).isEmpty();
    assertThat(REPORTS).hasSizeGreaterThan(5000);
  }

  @Test
  void everyQuestionIsAnsweredBySomebody() {
    for (Kind kind : Kind.values()) {
      Set<String> answered = new HashSet<>();
      REPORTS.stream()
          .filter(report -> report.kind() == kind)
          .forEach(report -> answered.addAll(report.answers().keySet()));
      assertThat(answered).isEqualTo(PLAN.form(kind).linkIds());
    }
  }

  @Test
  void fahrenheitMislabelledAndImplausibleTemperaturesOccur() {
    List<Answer.Measure> temperatures =
        REPORTS.stream()
            .map(report -> report.answers().get("temperature"))
            .filter(Answer.Measure.class::isInstance)
            .map(Answer.Measure.class::cast)
            .toList();

    assertThat(temperatures).anyMatch(measure -> measure.unit().equals("[degF]"));
    assertThat(temperatures)
        .anyMatch(measure -> measure.unit().equals("Cel") && measure.value().doubleValue() > 86);
    assertThat(temperatures)
        .anyMatch(measure -> measure.unit().equals("Cel") && measure.value().doubleValue() < 30);
    assertThat(REPORTS)
        .filteredOn(report -> "MISLABELLED".equals(report.slip()))
        .isNotEmpty()
        .allMatch(
            report ->
                report.answers().get("temperature") instanceof Answer.Measure measure
                    && measure.unit().equals("Cel")
                    && measure.value().doubleValue() >= 86);
  }

  private static JsonNode document(Line.Report report) {
    return JsonMapper.shared()
        .readTree(
            ReportDocument.of(
                PLAN.form(report.kind()),
                report.patient(),
                report.by(),
                report.id(),
                report.authored(),
                report.answers()));
  }

  private static JsonNode form(String canonical) {
    String[] parts = canonical.split("\\|");
    return JsonMapper.shared()
        .readTree(TestCohort.CATALOGUE.find(parts[0], parts[1]).orElseThrow().json());
  }

  private void walk(JsonNode items, JsonNode parent, JsonNode form, Map<String, JsonNode> given) {
    for (JsonNode item : items) {
      String linkId = item.path("linkId").asString("");
      JsonNode question =
          parent
              .path("item")
              .valueStream()
              .filter(asked -> asked.path("linkId").asString("").equals(linkId))
              .findFirst()
              .orElse(null);
      if (question == null) {
        faults.add("unknown " + linkId);
        continue;
      }
      if (item.has("answer")) {
        JsonNode answer = item.path("answer").path(0);
        given.put(linkId, answer);
        fits(answer, question, form, given);
      }
      walk(item.path("item"), question, form, given);
    }
  }

  private void fits(
      JsonNode answer, JsonNode question, JsonNode form, Map<String, JsonNode> given) {
    String linkId = question.path("linkId").asString("");
    boolean good =
        switch (question.path("type").asString("")) {
          case "boolean" -> answer.path("valueBoolean").isBoolean();
          case "integer" ->
              answer.path("valueInteger").isInt()
                  && within(answer.path("valueInteger").decimalValue(), question);
          case "quantity" ->
              units(question).contains(answer.path("valueQuantity").path("code").asString(""))
                  && within(answer.path("valueQuantity").path("value").decimalValue(), question);
          case "choice" -> options(question, form).contains(coding(answer.path("valueCoding")));
          default -> false;
        };
    if (!good) {
      faults.add(linkId + " cannot be answered " + answer);
    }
    for (JsonNode condition : question.path("enableWhen")) {
      JsonNode opener = given.get(condition.path("question").asString(""));
      boolean same =
          opener != null
              && coding(opener.path("valueCoding")).equals(coding(condition.path("answerCoding")));
      boolean open = condition.path("operator").asString("").equals("=") == same;
      if (opener == null || !open) {
        faults.add(linkId + " is answered though it is not asked");
      }
    }
  }

  private static boolean within(BigDecimal value, JsonNode question) {
    for (JsonNode extension : question.path("extension")) {
      String url = extension.path("url").asString("");
      JsonNode limit =
          extension.has("valueInteger")
              ? extension.path("valueInteger")
              : extension.path("valueDecimal");
      if ((url.equals(MINIMUM) && value.compareTo(limit.decimalValue()) < 0)
          || (url.equals(MAXIMUM) && value.compareTo(limit.decimalValue()) > 0)) {
        return false;
      }
    }
    return true;
  }

  private static List<String> units(JsonNode question) {
    return question
        .path("extension")
        .valueStream()
        .filter(extension -> extension.path("url").asString("").equals(UNIT))
        .map(extension -> extension.path("valueCoding").path("code").asString(""))
        .toList();
  }

  private static Set<String> options(JsonNode question, JsonNode form) {
    Set<String> options = new HashSet<>();
    question
        .path("answerOption")
        .forEach(option -> options.add(coding(option.path("valueCoding"))));
    String set = question.path("answerValueSet").asString("#").substring(1);
    for (JsonNode contained : form.path("contained")) {
      if (contained.path("id").asString("").equals(set)) {
        for (JsonNode include : contained.path("compose").path("include")) {
          include
              .path("concept")
              .forEach(
                  concept ->
                      options.add(
                          include.path("system").asString("")
                              + "|"
                              + concept.path("code").asString("")));
        }
      }
    }
    return options;
  }

  private static String coding(JsonNode coding) {
    return coding.path("system").asString("") + "|" + coding.path("code").asString("");
  }

  private static int answers(JsonNode parent) {
    int count = parent.path("answer").size();
    for (JsonNode item : parent.path("item")) {
      count += answers(item);
    }
    return count;
  }
}
