package org.procart.notification.channel.email;

import jakarta.mail.MessagingException;
import java.net.UnknownHostException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;
import org.procart.notification.channel.Delivery;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** What a mail fault means for the page. */
final class MailFaults {

  private static final int PERMANENT = 500;
  private static final int LATER = 400;

  private MailFaults() {}

  static Delivery delivery(MailException fault) {
    Exception inner = first(fault);
    if (contains(inner, MailConnectException.class)
        || contains(inner, UnknownHostException.class)) {
      return new Delivery.RetryLater("SERVER_AWAY");
    }
    if (fault instanceof MailAuthenticationException) {
      return new Delivery.RetryLater("AUTHENTICATION");
    }
    int code = code(inner);
    if (code >= PERMANENT) {
      return new Delivery.Rejected("SMTP_" + code);
    }
    // Without an answer the server may have it: the line may have broken after the last word.
    return code >= LATER
        ? new Delivery.RetryLater("SMTP_" + code)
        : new Delivery.Unclear("NO_ANSWER");
  }

  private static Exception first(MailException fault) {
    if (fault instanceof MailSendException many && many.getMessageExceptions().length > 0) {
      return many.getMessageExceptions()[0];
    }
    return fault;
  }

  private static int code(Exception fault) {
    for (Throwable each = fault; each != null; each = next(each)) {
      if (each instanceof SMTPAddressFailedException address) {
        return address.getReturnCode();
      }
      if (each instanceof SMTPSendFailedException send) {
        return send.getReturnCode();
      }
    }
    return 0;
  }

  private static boolean contains(Exception fault, Class<? extends Throwable> type) {
    for (Throwable each = fault; each != null; each = next(each)) {
      if (type.isInstance(each)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Throwable next(Throwable fault) {
    if (fault instanceof MessagingException messaging && messaging.getNextException() != null) {
      return messaging.getNextException();
    }
    return fault.getCause();
  }
}
