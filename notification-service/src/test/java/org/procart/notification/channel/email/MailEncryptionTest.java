package org.procart.notification.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** With the settings as an operator writes them. */
class MailEncryptionTest {

  private final ApplicationContextRunner service =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
          .withUserConfiguration(MailEncryption.class);

  @ParameterizedTest
  @CsvSource({"''", "mail.smtp.starttls.enable=true", "mail.smtp.starttls.required=false"})
  void inTheClearToAnotherMachineNothingStarts(String property) {
    service
        .withPropertyValues("spring.mail.host=mail.example", "spring.mail.properties." + property)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("mail.smtp.starttls.required: must be true"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spring.mail.properties.mail.smtp.starttls.required=true",
        "spring.mail.properties.mail.smtp.ssl.enable=true",
        "spring.mail.ssl.enabled=true",
        "spring.mail.protocol=smtps"
      })
  void encryptedItStarts(String property) {
    service
        .withPropertyValues("spring.mail.host=mail.example", property)
        .run(context -> assertThat(context).hasNotFailed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
  void toThisMachineItStarts(String host) {
    service
        .withPropertyValues("spring.mail.host=" + host)
        .run(context -> assertThat(context).hasNotFailed());
  }
}
