package org.procart.local.captured;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** A mail server on loopback that keeps each mail before it says so. */
final class MailServer implements AutoCloseable {

  private final GreenMail server;
  private final Messages messages;
  private final Clock clock;

  MailServer(int port, Messages messages, Clock clock) {
    this.messages = messages;
    this.clock = clock;
    this.server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  }

  MailServer start() {
    server.start();
    server.getUserManager().setMessageDeliveryHandler(this::deliver);
    return this;
  }

  private GreenMailUser deliver(MovingMessage mail, MailAddress to)
      throws MessagingException, UserException {
    keep(mail.getMessage(), to.getEmail());
    try {
      // Our own file is the mailbox; the server's memory would grow for ever.
      server.purgeEmailFromAllMailboxes();
    } catch (FolderException e) {
      throw new MessagingException("mailbox", e);
    }
    return mailbox(to);
  }

  private GreenMailUser mailbox(MailAddress to) throws UserException {
    GreenMailUser known = server.getUserManager().getUserByEmail(to.getEmail());
    return known != null
        ? known
        : server.getUserManager().createUser(to.getEmail(), to.getEmail(), to.getEmail());
  }

  private void keep(MimeMessage mail, String to) throws MessagingException {
    String from = mail.getFrom() == null ? "" : mail.getFrom()[0].toString();
    String id = Optional.ofNullable(mail.getMessageID()).orElse(UUID.randomUUID().toString());
    String subject = Optional.ofNullable(mail.getSubject()).orElse("");
    messages.add(
        new ReceivedMessage(
            ReceivedMessage.EMAIL,
            to,
            from,
            subject,
            text(mail),
            clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
            id,
            null));
  }

  /** The first plain text in it; without one, the first part as it is. */
  private static String text(Part part) throws MessagingException {
    try {
      return plain(part).or(() -> Optional.of("")).get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> plain(Part part) throws MessagingException, IOException {
    if (part.getContent() instanceof Multipart parts) {
      for (BodyPart inner : bodies(parts)) {
        Optional<String> text = plain(inner);
        if (text.isPresent()) {
          return text;
        }
      }
      return Optional.empty();
    }
    return part.getContent() instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private static Iterable<BodyPart> bodies(Multipart parts) throws MessagingException {
    BodyPart[] bodies = new BodyPart[parts.getCount()];
    for (int at = 0; at < bodies.length; at++) {
      bodies[at] = parts.getBodyPart(at);
    }
    return Arrays.asList(bodies);
  }

  @Override
  public void close() {
    server.stop();
  }
}
