package org.procart.notification.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.procart.notification.parts.FakeNotify;
import org.procart.notification.parts.FakeTwilio;

class SmsSettingsTest {

  private static final String URL = "https://sms.example";

  @Test
  void suppliersAreReadInTheirOrder() {
    SmsSettings settings =
        TestSuppliers.settings(
            TestSuppliers.twilio(URL), TestSuppliers.notify(URL), line("smsc.example", true));

    assertThat(settings.suppliers())
        .extracting(SupplierSettings::name)
        .containsExactly("cloud", "gov", "line");
  }

  @ParameterizedTest
  @CsvSource({
    "account-sid,x",
    "auth-token,''",
    "from,''",
    "name,Not So",
    "base-url,http://sms.example",
    "per-second,0"
  })
  void aWrongSettingOfTwilioIsNamed(String name, String value) {
    Map<String, String> wrong = TestSuppliers.twilio(URL);
    wrong.put(name, value);

    assertThatThrownBy(() -> TestSuppliers.settings(TestSuppliers.notify(URL), wrong))
        .rootCause()
        .hasMessageContaining("procart.notification.sms.suppliers[1]." + name + ": ");
  }

  @ParameterizedTest
  @CsvSource({"api-key,short-secret", "template,x", "callback-token,short", "kind,''"})
  void aWrongSettingOfNotifyIsNamedAndNotShown(String name, String value) {
    Map<String, String> wrong = TestSuppliers.notify(URL);
    wrong.put(name, value);

    assertThatThrownBy(() -> TestSuppliers.settings(wrong))
        .rootCause()
        .hasMessageContaining("procart.notification.sms.suppliers[0]." + name + ": ")
        .hasMessageNotContaining("short-secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"smsc.example", "10.0.0.7", "127.0.0.1.example", "localhost.example"})
  void smppToAnotherMachineIsEncrypted(String host) {
    assertThatThrownBy(() -> TestSuppliers.settings(line(host, false)))
        .rootCause()
        .hasMessageContaining("procart.notification.sms.suppliers[0].tls: must be true");
    assertThatThrownBy(() -> new SmppSettings(host, 2775, false, "procart", "", "60777", null))
        .hasMessageContaining("procart.notification.smpp.tls: must be true");
    assertThat(TestSuppliers.settings(line(host, true)).suppliers()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "[::1]", "127.1.2.3"})
  void theLocalEndOfATunnelNeedsNoTls(String host) {
    assertThat(TestSuppliers.settings(line(host, false)).suppliers()).hasSize(1);
    assertThat(new SmppSettings(host, 2775, false, "procart", "", "60777", null).tls()).isFalse();
  }

  private static Map<String, String> line(String host, boolean tls) {
    return Map.of("name", "line", "kind", "smpp", "host", host, "system-id", "us", "tls", "" + tls);
  }

  @Test
  void aNameIsUsedOnce() {
    assertThatThrownBy(
            () -> TestSuppliers.settings(TestSuppliers.twilio(URL), TestSuppliers.twilio(URL)))
        .rootCause()
        .hasMessageContaining("suppliers[1].name: used twice");
  }

  @ParameterizedTest
  @CsvSource({"demotion.share,0", "demotion.judged,0", "demotion.slow,0s", "red-share,1"})
  void aWrongLimitIsNamed(String name, String value) {
    assertThatThrownBy(() -> TestSuppliers.bind(Map.of("procart.notification.sms." + name, value)))
        .rootCause()
        .hasMessageContaining("procart.notification.sms." + name + ": ");
  }

  @Test
  void secretsAreNotInTexts() {
    SmsSettings settings =
        TestSuppliers.settings(TestSuppliers.twilio(URL), TestSuppliers.notify(URL));

    assertThat(settings.toString())
        .contains("cloud", "gov")
        .doesNotContain(FakeTwilio.TOKEN, FakeTwilio.ACCOUNT, FakeNotify.KEY, "a-token-of-our-own");
  }
}
