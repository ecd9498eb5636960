package org.procart.notification.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.channel.Delivery;
import org.procart.notification.channel.Message;
import org.procart.notification.channel.MessageChannel;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** E-mail by SMTP: plain text first, the same as HTML beside it. */
@Component
class MailChannel implements MessageChannel {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final JavaMailSender server;
  private final MailSettings settings;

  MailChannel(JavaMailSender server, MailSettings settings) {
    this.server = server;
    this.settings = settings;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.EMAIL;
  }

  @Override
  public Delivery send(Message message) {
    MimeMessage mail = server.createMimeMessage();
    try {
      write(mail, message);
    } catch (MessagingException e) {
      return new Delivery.Rejected("NOT_SENDABLE");
    }
    try {
      server.send(mail);
      return new Delivery.Sent(mail.getMessageID(), "smtp");
    } catch (MailException e) {
      return MailFaults.delivery(e);
    } catch (MessagingException e) {
      return new Delivery.Sent(null, "smtp");
    }
  }

  private void write(MimeMessage mail, Message message) throws MessagingException {
    mail.setFrom(new InternetAddress(settings.from(), true));
    mail.setRecipient(
        jakarta.mail.Message.RecipientType.TO, new InternetAddress(message.address(), true));
    mail.setSubject(message.subject(), UTF_8);
    // Asks other machines not to answer: a reply here is read by nobody.
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("X-Auto-Response-Suppress", "All");
    MimeMultipart parts = new MimeMultipart("alternative");
    add(parts, message.text(), "plain");
    add(parts, message.html(), "html");
    mail.setContent((Multipart) parts);
    mail.saveChanges();
  }

  private static void add(MimeMultipart parts, @Nullable String text, String subtype)
      throws MessagingException {
    if (text != null) {
      MimeBodyPart part = new MimeBodyPart();
      part.setText(text, UTF_8, subtype);
      part.setDisposition(Part.INLINE);
      parts.addBodyPart(part);
    }
  }
}
