package org.procart.notification.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.procart.notification.channel.GsmText;
import org.procart.notification.policy.Level;

class PageWordingTest {

  private static final String LINK = "https://pager.hospital.example/a/" + "x".repeat(22);

  @Test
  void anSmsReadsAsTheContractSays() {
    assertThat(PageWording.sms(page("Site A", "")))
        .isEqualTo("PRO-CART RED 4X9CD Site A 03:10. Reply ACK 4X9CD or " + LINK);
    assertThat(PageWording.sms(page("Site A", "NO COVER")))
        .isEqualTo("PRO-CART RED 4X9CD Site A 03:10. NO COVER Reply ACK 4X9CD or " + LINK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "St Bartholomew's and The Royal London Haematology Day Unit and Apheresis",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
        "Centre hospitalier régional universitaire de Besançon, hématologie",
        ""
      })
  void howeverLongTheSiteItFitsAndTheLinkIsWhole(String site) {
    String sms = PageWording.sms(page(site, "NO COVER"));

    assertThat(GsmText.length(sms)).isLessThanOrEqualTo(160);
    assertThat(sms).endsWith(LINK).contains("RED 4X9CD", "03:10. NO COVER Reply ACK 4X9CD");
  }

  @Test
  void timesAreTheSitesOwn() {
    PageFields auckland =
        new PageFields(
            Level.AMBER,
            "4X9CD",
            "Site B",
            Instant.parse("2026-11-20T03:10:00Z"),
            ZoneId.of("Pacific/Auckland"),
            "",
            LINK);

    assertThat(PageWording.sms(auckland)).contains("AMBER 4X9CD Site B 16:10.");
  }

  /** A field that is not on this list cannot get into a message, since no template sees it. */
  @Test
  void onlyTheAllowedFieldsCanBeSaid() {
    assertThat(Arrays.stream(PageFields.class.getRecordComponents()).map(RecordComponent::getName))
        .containsExactlyInAnyOrder("level", "code", "site", "soundedAt", "zone", "flag", "link");
    assertThat(
            Stream.of(PageWording.class.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .flatMap(method -> Arrays.stream(method.getParameterTypes())))
        .containsOnly(PageFields.class, String.class);
  }

  @Test
  void whatAMessageSaysBesideItsFieldsIsFixed() {
    PageFields one = page("Site A", "AGAIN");

    assertThat(without(one, PageWording.mailText(one)))
        .isEqualTo(
            """
            PRO-CART *. *.

            To take this alert on, open this page and press the button:
            *

            Or reply to the SMS with: ACK *

            Opening the page changes nothing. Until somebody answers, others are called.
            """);
    assertThat(without(one, PageWording.subject(one))).isEqualTo("PRO-CART * *");
  }

  @Test
  void aSitesNameCannotBecomeMarkup() {
    assertThat(PageWording.mailHtml(page("<script>x</script>", ""))).doesNotContain("<script>");
  }

  private static String without(PageFields page, String text) {
    return text.replace("RED 4X9CD Site A 03:10", "*")
        .replace(page.link(), "*")
        .replace(page.code(), "*")
        .replace(page.flag(), "*");
  }

  private static PageFields page(String site, String flag) {
    return new PageFields(
        Level.RED,
        "4X9CD",
        site,
        Instant.parse("2026-11-20T03:10:00Z"),
        ZoneId.of("Europe/London"),
        flag,
        LINK);
  }
}
