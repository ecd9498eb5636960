package org.procart.notification.channel.email;

import java.util.Objects;
import java.util.stream.Stream;
import org.procart.notification.channel.Loopback;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Stops the start when e-mails would cross a network in the clear. */
@Component
class MailEncryption {

  MailEncryption(JavaMailSenderImpl server) {
    String host = Objects.requireNonNullElse(server.getHost(), "localhost");
    if (!Loopback.is(host) && !encrypted(server)) {
      throw new IllegalArgumentException(
          "spring.mail.properties.mail.smtp.starttls.required: must be true (or"
              + " mail.smtp.ssl.enable: true), because spring.mail.host is another machine; for a"
              + " tunnel give its local end, 127.0.0.1");
    }
  }

  private static boolean encrypted(JavaMailSenderImpl server) {
    return "smtps".equals(server.getProtocol())
        || Stream.of("mail.smtp.starttls.required", "mail.smtp.ssl.enable")
            .map(name -> server.getJavaMailProperties().get(name))
            .anyMatch(value -> "true".equalsIgnoreCase(String.valueOf(value)));
  }
}
