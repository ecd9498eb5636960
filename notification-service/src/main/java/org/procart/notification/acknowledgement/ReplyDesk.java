package org.procart.notification.acknowledgement;

import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.channel.PhoneNumber;
import org.procart.notification.escalation.Escalations;
import org.procart.notification.key.Key;
import org.procart.notification.key.Keys;
import org.procart.notification.oncall.StaffStore;
import org.procart.notification.reminder.WriteBack;
import org.procart.notification.wording.Field;
import org.procart.notification.wording.PageTexts;
import org.procart.notification.wording.ReplyText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Acts on a reply by SMS and says what to answer; every code of theirs gets an answer. */
@Component
class ReplyDesk {

  private static final Logger LOG = LoggerFactory.getLogger(ReplyDesk.class);
  private static final DateTimeFormatter HOURS = DateTimeFormatter.ofPattern("HH:mm");

  private final Keys keys;
  private final Acknowledger acknowledger;
  private final Escalations escalations;
  private final StaffStore staff;
  private final Readers readers;
  private final WriteBack patients;

  ReplyDesk(
      Keys keys,
      Acknowledger acknowledger,
      Escalations escalations,
      StaffStore staff,
      Readers readers,
      WriteBack patients) {
    this.keys = keys;
    this.acknowledger = acknowledger;
    this.escalations = escalations;
    this.staff = staff;
    this.readers = readers;
    this.patients = patients;
  }

  /**
   * @param inboundId of the message, so that handling it again changes nothing
   * @return the text to answer with
   */
  Said answer(String inboundId, String from, String text) {
    return switch (Reply.read(text)) {
      case Reply.Accept(String code) ->
          theirs(code, from)
              .map(key -> Said.to(accept(key, inboundId)))
              .orElseGet(() -> unknown(code, from));
      case Reply.Decline(String code) ->
          theirs(code, from).map(key -> Said.to(decline(key))).orElseGet(() -> unknown(code, from));
      case Reply.Unclear() -> notOurs(from, ReplyText.BECAUSE_NOT_UNDERSTOOD);
    };
  }

  private String accept(Key key, String inboundId) {
    PageTexts texts = readers.holder(key);
    return switch (acknowledger.accept(key, "sms-reply", inboundId)) {
      case Answer.Accepted accepted -> accepted(texts, key, accepted);
      case Answer.Older() -> refusal(texts, ReplyText.BECAUSE_NEWER);
      case Answer.Expired() -> refusal(texts, ReplyText.BECAUSE_ENDED);
      case Answer.Closed() -> texts.say(ReplyText.CLOSED);
    };
  }

  private static String accepted(PageTexts texts, Key key, Answer.Accepted accepted) {
    Map<Field, String> values =
        Map.of(
            Field.CODE, key.code(),
            Field.TIME, HOURS.format(accepted.at().atZone(accepted.zone())),
            Field.TAKEN, String.valueOf(accepted.taken()),
            Field.COUNT, String.valueOf(accepted.of()));
    boolean all = accepted.taken() == accepted.of();
    return texts.say(all ? ReplyText.ACCEPTED : ReplyText.ACCEPTED_SOME, values);
  }

  private String decline(Key key) {
    PageTexts texts = readers.holder(key);
    return acknowledger.decline(key)
        ? refusal(texts, ReplyText.BECAUSE_DECLINED)
        : texts.say(ReplyText.DECLINED_LATE);
  }

  /** The key, where the code is known and belongs to this phone. */
  private Optional<Key> theirs(String code, String from) {
    return keys.byCode(code).filter(key -> belongsTo(key, from));
  }

  private boolean belongsTo(Key key, String from) {
    boolean paged =
        escalations.findEver(key.escalationId()).stream()
            .flatMap(escalation -> escalation.attempts().stream())
            .filter(attempt -> attempt.target().recipientId().equals(key.recipientId()))
            .filter(attempt -> attempt.target().channel() == ChannelKind.SMS)
            .anyMatch(attempt -> PhoneNumber.same(attempt.target().address(), from));
    return paged || ownPhone(key, from);
  }

  private boolean ownPhone(Key key, String from) {
    return staff.find(key.recipientId()).stream()
        .flatMap(member -> member.contacts().stream())
        .filter(contact -> contact.verified() && contact.channel() == ChannelKind.SMS)
        .anyMatch(contact -> PhoneNumber.same(contact.address(), from));
  }

  /** One answer for both, so that nobody can try out codes. */
  private Said unknown(String code, String from) {
    keys.byCode(code)
        .ifPresent(
            key ->
                LOG.atWarn()
                    .addKeyValue("notificationId", key.escalationId())
                    .addKeyValue("recipientId", key.recipientId())
                    .log("A code came from another phone and was refused"));
    return notOurs(from, ReplyText.BECAUSE_WRONG_PHONE);
  }

  /** Staff who are patients too may have been paged: they must hear that it did not count. */
  private Said notOurs(String from, ReplyText reason) {
    Optional<String> toPatient = readers.isStaff(from) ? Optional.empty() : patients.answer(from);
    return Said.toAnything(toPatient.orElseGet(() -> refusal(readers.sender(from), reason)));
  }

  private static String refusal(PageTexts texts, ReplyText reason) {
    return texts.say(ReplyText.REFUSED, Map.of(Field.REASON, texts.say(reason)));
  }
}
