package org.procart.intake.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.procart.intake.answer.Faults;
import org.procart.intake.report.ReportIdentity.Owner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportIdentityTest {

  private static final LocalDate DAY = LocalDate.parse("2026-11-20");

  private static final Owner ANNA = new Owner(Owner.Kind.PATIENT, "p-1");
  private static final String REPORT =
      """
      {"resourceType":"QuestionnaireResponse","status":"completed","questionnaire":"urn:q",
       "authored":"2026-11-20","item":[{"linkId":"a","answer":[{"valueInteger":1}]}]}
      """;

  @Test
  void decorationAndOrderOfFieldsMakeNoDifference() {
    // Given
    String decorated =
        """
        {"item":[{"text":"How bad?","answer":[{"valueInteger":1,"id":"x"}],"linkId":"a"}],
         "authored":"2026-11-20","questionnaire":"urn:q","status":"completed",
         "meta":{"lastUpdated":"2026-11-20T10:00:00Z"},"resourceType":"QuestionnaireResponse"}
        """;

    // Then
    assertThat(identity(ANNA, decorated, null)).isEqualTo(identity(ANNA, REPORT, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'linkId':'b','answer':[{'valueInteger':2}]},{'linkId':'a','answer':[{'valueInteger':1}]}",
        "{'linkId':'g','text':'Group','item':[{'linkId':'a','answer':[{'valueInteger':1}]}]},"
            + "{'linkId':'b','answer':[{'valueInteger':2}]}",
        "{'linkId':'g','item':[{'linkId':'h','item':[{'linkId':'b','answer':[{'valueInteger':2}]},"
            + "{'linkId':'a','answer':[{'valueInteger':1}]}]}]}",
        "{'linkId':'a','answer':[{'valueInteger':1,'item':["
            + "{'linkId':'b','answer':[{'valueInteger':2}]}]}]}",
        "{'linkId':'a','answer':[{'valueInteger':1}]},{'linkId':'c'},{'linkId':'d','answer':[]},"
            + "{'linkId':'b','answer':[{'valueInteger':2}]}",
      })
  void layoutAndOrderOfItemsMakeNoDifference(String items) {
    // Given
    String flat =
        "{'linkId':'a','answer':[{'valueInteger':1}]},{'linkId':'b','answer':[{'valueInteger':2}]}";

    // Then
    assertThat(identity(ANNA, withItems(items), null))
        .isEqualTo(identity(ANNA, withItems(flat), null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'linkId':'b','answer':[{'valueInteger':1}]}",
        "{'linkId':'a','answer':[{'valueInteger':1},{'valueInteger':1}]}",
        "{'linkId':'a','answer':[{'valueDecimal':1}]}",
        "{'linkId':'a','extension':[{'url':'urn:absent','valueCode':'unknown'}]}",
        "{'linkId':'a','modifierExtension':[{'url':'urn:not'}],'answer':[{'valueInteger':1}]}",
        "{'linkId':'a','answer':[{'valueInteger':1}]},{'linkId':'a','answer':[{'valueInteger':1}]}",
        "{'linkId':'a','answer':[{'valueInteger':1}]},7",
        "{'linkId':'g','answer':[{'valueInteger':1}],'item':[{'linkId':'a'}]}",
      })
  void whatSaysSomethingElseIsAnotherReport(String items) {
    assertThat(identity(ANNA, withItems(items), null).hash())
        .isNotEqualTo(identity(ANNA, REPORT, null).hash());
  }

  private static String withItems(String items) {
    return REPORT.replaceFirst("\"item\":.*", "\"item\":[" + items.replace('\'', '"') + "]}");
  }

  @Test
  void otherAnswersOtherTimesAndOtherPatientsAreOtherReports() {
    // Given
    ReportIdentity first = identity(ANNA, REPORT, null);

    // Then
    assertThat(identity(ANNA, REPORT.replace(":1}", ":2}"), null).hash())
        .isNotEqualTo(first.hash());
    assertThat(identity(ANNA, REPORT.replace("11-20", "11-21"), null).hash())
        .isNotEqualTo(first.hash());
    assertThat(identity(new Owner(Owner.Kind.PATIENT, "p-2"), REPORT, null).hash())
        .isNotEqualTo(first.hash());
  }

  @Test
  void anotherStatusIsAnotherVersionOfTheSameReport() {
    // Given
    ReportIdentity first = identity(ANNA, REPORT, null);

    // When
    ReportIdentity amended = identity(ANNA, REPORT.replace("completed", "amended"), null);

    // Then
    assertThat(amended.hash()).isEqualTo(first.hash());
    assertThat(amended.content()).isNotEqualTo(first.content());
    assertThat(amended.eventId()).isNotEqualTo(first.eventId());
  }

  @Test
  void theIdentifierGoesBeforeTheKeyAndTheKeyBeforeTheContent() {
    // Given
    String identified =
        REPORT.replace(
            "\"status\"", "\"identifier\":{\"system\":\"urn:s\",\"value\":\"7\"},\"status\"");

    // Then
    assertThat(identity(ANNA, identified, "key-1").hash())
        .isEqualTo(identity(ANNA, identified.replace(":1}", ":2}"), "key-2").hash());
    assertThat(identity(ANNA, REPORT, "key-1").hash())
        .isEqualTo(identity(ANNA, REPORT.replace(":1}", ":2}"), "key-1").hash())
        .isNotEqualTo(identity(ANNA, REPORT, "key-2").hash());
  }

  @Test
  void aCorrectedResendWithTheSameKeyIsTheSameReportAsTheUnreadableOne() {
    assertThat(ReportIdentity.of(ANNA, new byte[] {1, 2}, "key-1").hash())
        .isEqualTo(identity(ANNA, REPORT, "key-1").hash());
  }

  @Test
  void twoBodiesThatAreNoReportsAreTwoDeliveries() {
    assertThat(
            identity(ANNA, "{\"resourceType\":\"QuestionnaireResponse\",\"note\":\"A\"}", null)
                .hash())
        .isNotEqualTo(
            identity(ANNA, "{\"resourceType\":\"QuestionnaireResponse\",\"note\":\"B\"}", null)
                .hash());
    assertThat(identity(ANNA, "{\"resourceType\":\"Bundle\",\"entry\":[1]}", null).hash())
        .isNotEqualTo(identity(ANNA, "{\"resourceType\":\"Bundle\",\"entry\":[2]}", null).hash());
  }

  @Test
  void twoReportersWhoSayTheSameAreTwoReports() {
    assertThat(identity(ANNA, REPORT, "PATIENT|anna", DAY, null).hash())
        .isNotEqualTo(identity(ANNA, REPORT, "CARER|ben", DAY, null).hash());
  }

  @Test
  void withoutObservationTimeTheSameAnswersAreAnotherReportOnAnotherDay() {
    String timeless = REPORT.replaceFirst("\"authored\":\"[^\"]*\",", "");
    assertThat(timeless).isNotEqualTo(REPORT);

    assertThat(identity(ANNA, timeless, "PATIENT|anna", DAY, null).hash())
        .isEqualTo(identity(ANNA, timeless, "PATIENT|anna", DAY, null).hash())
        .isNotEqualTo(identity(ANNA, timeless, "PATIENT|anna", DAY.plusDays(7), null).hash());
    assertThat(identity(ANNA, REPORT, "PATIENT|anna", DAY, null).hash())
        .isEqualTo(identity(ANNA, REPORT, "PATIENT|anna", DAY.plusDays(7), null).hash());
  }

  private static ReportIdentity identity(Owner owner, String json, @Nullable String key) {
    return identity(owner, json, "PATIENT|anna", DAY, key);
  }

  private static ReportIdentity identity(
      Owner owner, String json, String reporter, LocalDate received, @Nullable String key) {
    JsonNode root = new JsonMapper().readTree(json);
    return ReportIdentity.of(
        owner,
        ReportHeader.read(root, new Faults()),
        root,
        json.getBytes(StandardCharsets.UTF_8),
        reporter,
        received,
        key);
  }
}
