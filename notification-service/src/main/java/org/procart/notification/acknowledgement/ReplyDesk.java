package org.procart.notification.acknowledgement;

import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.escalation.Escalations;
import org.procart.notification.key.Key;
import org.procart.notification.key.Keys;
import org.procart.notification.oncall.StaffStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Acts on a reply by SMS and says what to answer; every reply gets an answer. */
@Component
class ReplyDesk {

  private static final Logger LOG = LoggerFactory.getLogger(ReplyDesk.class);
  private static final DateTimeFormatter HOURS = DateTimeFormatter.ofPattern("HH:mm");

  private final Keys keys;
  private final Acknowledger acknowledger;
  private final Escalations escalations;
  private final StaffStore staff;

  ReplyDesk(Keys keys, Acknowledger acknowledger, Escalations escalations, StaffStore staff) {
    this.keys = keys;
    this.acknowledger = acknowledger;
    this.escalations = escalations;
    this.staff = staff;
  }

  /**
   * @param inboundId of the message, so that handling it again changes nothing
   * @return the text to answer with
   */
  String answer(String inboundId, String from, String text) {
    return switch (Reply.read(text)) {
      case Reply.Accept(String code) ->
          theirs(code, from).map(key -> accept(key, inboundId)).orElseGet(() -> unknown(code));
      case Reply.Decline(String code) ->
          theirs(code, from).map(this::decline).orElseGet(() -> unknown(code));
      case Reply.Unclear() -> refusal("not understood, reply ACK and the code");
    };
  }

  private String accept(Key key, String inboundId) {
    return switch (acknowledger.accept(key, "sms-reply", inboundId)) {
      case Answer.Accepted accepted ->
          "OK %s acknowledged %s"
              .formatted(key.code(), HOURS.format(accepted.at().atZone(accepted.zone())));
      case Answer.Older() -> refusal("a newer call is out, answer that one");
      case Answer.Expired() -> refusal("this code has ended");
      case Answer.Closed() -> "NOT acknowledged: the alert is closed. Nobody is being paged.";
    };
  }

  private String decline(Key key) {
    return acknowledger.decline(key)
        ? refusal("you said no")
        : "NOT acknowledged: you said no. Paging had ended already.";
  }

  /** The key, where the code is known and belongs to this phone. */
  private Optional<Key> theirs(String code, String from) {
    return keys.byCode(code).filter(key -> belongsTo(key, digits(from)));
  }

  private boolean belongsTo(Key key, String from) {
    boolean paged =
        escalations.findEver(key.escalationId()).stream()
            .flatMap(escalation -> escalation.attempts().stream())
            .filter(attempt -> attempt.target().recipientId().equals(key.recipientId()))
            .filter(attempt -> attempt.target().channel() == ChannelKind.SMS)
            .anyMatch(attempt -> digits(attempt.target().address()).equals(from));
    return paged || ownPhone(key, from);
  }

  private boolean ownPhone(Key key, String from) {
    return staff.find(key.recipientId()).stream()
        .flatMap(member -> member.contacts().stream())
        .filter(contact -> contact.verified() && contact.channel() == ChannelKind.SMS)
        .anyMatch(contact -> digits(contact.address()).equals(from));
  }

  /** One answer for both, so that nobody can try out codes. */
  private String unknown(String code) {
    keys.byCode(code)
        .ifPresent(
            key ->
                LOG.atWarn()
                    .addKeyValue("notificationId", key.escalationId())
                    .addKeyValue("recipientId", key.recipientId())
                    .log("A code came from another phone and was refused"));
    return refusal("code not valid from this phone");
  }

  private static String refusal(String reason) {
    return "NOT acknowledged: " + reason + ". Still paging others.";
  }

  private static String digits(String number) {
    String digits = number.replaceAll("\\D", "");
    return digits.startsWith("00") ? digits.substring(2) : digits;
  }
}
