package org.procart.intake.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.procart.chassis.problem.Violation;
import org.procart.schemas.questionnaire.QuestionnaireCatalogue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProtocolJsonTest {

  static final List<String> BUILT_IN = BuiltInProtocols.NAMES;
  private static final JsonMapper JSON = new JsonMapper();
  private final QuestionnaireCatalogue catalogue = QuestionnaireCatalogue.load();
  private final ProtocolJson reader =
      new ProtocolJson(url -> ProtocolConfiguration.title(catalogue, JSON, url));

  @ParameterizedTest
  @FieldSource("BUILT_IN")
  void aBuiltInProtocolAsksForReleasedQuestionnairesAndComesBackAsItWasWritten(String name) {
    // Given
    Protocol protocol = new BuiltInProtocols(reader).find(name).orElseThrow();
    List<Violation> violations = new ArrayList<>();

    // When
    JsonNode written = JSON.readTree(JSON.writeValueAsString(ProtocolText.write(protocol)));

    // Then
    assertThat(new ProtocolJson(Optional::of).read(name, written, violations)).contains(protocol);
    assertThat(violations).isEmpty();
  }

  @Test
  void theSkinProtocolLeavesNothingOfTheDailyWatchOut() {
    assertThat(TestProtocols.builtIn("descar-t-skin").entries())
        .containsAll(TestProtocols.builtIn("cart-home").entries());
  }

  @Test
  void everyFaultIsToldWithItsPlace() {
    // Given
    List<Violation> violations = new ArrayList<>();
    JsonNode body =
        JSON.readTree(
            """
            {"name":"other","title":"T","author":"Anna Example","entries":[
              {"questionnaire":"https://example.org/unknown","when":{"onDays":[1]}},
              {"questionnaire":"$Q","when":{"days":{"from":5,"to":1,"every":0}}},
              {"questionnaire":"$Q","when":{"onDays":[1],"afterMonths":[1]},"anchor":"birth"},
              {"questionnaire":"$Q","when":{"onDays":["one"]},"due":"7pm","reporters":["NURSE"]},
              {"questionnaire":"$Q","when":{"onDays":[3]},"due":"08:00","closes":{"at":"07:00"}},
              {"questionnaire":"$Q","when":{"onDays":[3]},"opens":{"at":"09:00"},"due":"08:00"},
              {"when":{"years":1}}]}
            """
                .replace("$Q", catalogue.all().getFirst().url()));

    // When
    Optional<Protocol> read = reader.read("mine", body, violations);

    // Then
    assertThat(read).isEmpty();
    assertThat(violations)
        .extracting(Violation::pointer)
        .containsExactlyInAnyOrder(
            "/name",
            "/version",
            "/author",
            "/entries/0/questionnaire",
            "/entries/1/when/days/every",
            "/entries/1/when/days/to",
            "/entries/2/when",
            "/entries/2/anchor",
            "/entries/3/when/onDays/0",
            "/entries/3/when",
            "/entries/3/due",
            "/entries/3/reporters/0",
            "/entries/4/closes",
            "/entries/5/closes",
            "/entries/6/questionnaire",
            "/entries/6/when/years",
            "/entries/6/when");
    assertThat(violations.toString()).doesNotContain("Anna", "7pm");
  }

  @Test
  void aProtocolAsksForSomething() {
    // Given
    List<Violation> violations = new ArrayList<>();

    // When
    reader.read("mine", JSON.readTree("{\"version\":\"1\",\"title\":\"T\"}"), violations);

    // Then
    assertThat(violations).extracting(Violation::pointer).containsExactly("/entries");
  }

  @ParameterizedTest
  @ValueSource(strings = {"24:01", "25:00", "8:00", "08:60", "-1:00", ""})
  void aTimeIsOneOfTheClock(String text) {
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> WallClock.parse(text))
        .isInstanceOf(RuntimeException.class);
  }
}
