package org.procart.alerting.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "https://epr.example/p/{patientId}/chart, p-1, https://epr.example/p/p-1/chart",
        "https://epr.example/p/{patientId}, a b/../c, https://epr.example/p/a%20b%2F..%2Fc",
        "javascript:alert({patientId}), p-1, none",
        "https://epr.example/, p-1, none",
        "'', p-1, none"
      })
  void aLinkIntoTheRecordIsAWebLinkWithThePatientsPseudonym(
      String template, String patientId, String link) {
    Site site = new Site("site-a", 1L, "A", "Europe/London", template);

    assertThat(site.recordOf(patientId).orElse(null)).isEqualTo(link);
  }
}
