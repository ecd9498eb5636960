package org.procart.notification.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.procart.notification.escalation.Escalation;
import org.procart.notification.escalation.Page;
import org.procart.notification.policy.EscalationPolicy;
import org.procart.notification.policy.Level;
import org.procart.notification.wording.Html;
import org.procart.notification.wording.LinkText;
import org.procart.notification.wording.PageTexts;

class LinkPageTest {

  static final List<String> LANGUAGES = PageTexts.LANGUAGES;

  private static final Instant NOW = Instant.parse("2026-11-20T03:10:00Z");
  private static final String MARKER = "ZQZQ";

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void thePageIsInTheReadersLanguageAndSaysNothingOfThePatient(String language) {
    PageTexts texts = PageTexts.of(language);

    String shown =
        new LinkPage("n", texts).open(List.of(escalation("Site A")), "4X9CD", NOW, List.of());

    assertThat(shown)
        .contains("<html lang=\"" + language + "\">", "AMBER", "4X9CD", "Site A", "03:10")
        .contains(Html.text(texts.say(LinkText.BUTTON)), Html.text(texts.say(LinkText.UNANSWERED)))
        .doesNotContain(MARKER);
    assertThat(shown.substring(shown.indexOf("<main>"))).doesNotContain("{");
  }

  @Test
  void severalAlertsAreCountedWithAllTheirSites() {
    String shown =
        english().open(List.of(escalation("A & E"), escalation("Site B")), "4X9CD", NOW, List.of());

    assertThat(shown).contains("A &amp; E, Site B", "2 alerts are waiting.");
  }

  @Test
  void onlyWhoTookAllReadsThatPagingHasStopped() {
    List<Escalation> one = List.of(escalation("Site A"));

    assertThat(english().acknowledged(one, "4X9CD", accepted(2, 2)))
        .contains("Acknowledged 03:10. Paging has stopped.");
    assertThat(english().acknowledged(one, "4X9CD", accepted(1, 2)))
        .contains("Yours: 1 of 2 alerts.")
        .doesNotContain("Paging has stopped");
  }

  private static LinkPage english() {
    return new LinkPage("n", PageTexts.of("en"));
  }

  private static Answer.Accepted accepted(int taken, int of) {
    return new Answer.Accepted(NOW, ZoneId.of("UTC"), taken, of);
  }

  private static Escalation escalation(String label) {
    Page page =
        new Page(
            MARKER + "-alert",
            1,
            1,
            Level.AMBER,
            MARKER + "-patient",
            MARKER + "-site",
            MARKER + "-receipt",
            false,
            label,
            ZoneId.of("UTC"),
            NOW,
            MARKER + "-reason",
            null,
            MARKER + "-staff");
    return Escalation.begun(
        MARKER + "-escalation", page, EscalationPolicy.standard("site-a").amber(), NOW);
  }
}
