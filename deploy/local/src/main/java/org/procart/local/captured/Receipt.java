package org.procart.local.captured;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.MessageState;
import org.jsmpp.bean.OptionalParameter;

/** What the centre tells the sender about one message (SMPP 3.4, appendix B). */
record Receipt(
    String messageId, String from, String to, boolean delivered, Instant submitted, Instant done)
    implements Delivery {

  private static final int DELIVERY_RECEIPT = 0x04;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyMMddHHmm").withZone(ZoneOffset.UTC);

  @Override
  public ESMClass esmClass() {
    return new ESMClass(DELIVERY_RECEIPT);
  }

  @Override
  public byte[] octets() {
    String text =
        "id:%s sub:001 dlvrd:%s submit date:%s done date:%s stat:%s err:%s text:"
            .formatted(
                messageId,
                delivered ? "001" : "000",
                STAMP.format(submitted),
                STAMP.format(done),
                delivered ? "DELIVRD" : "UNDELIV",
                delivered ? "000" : "001");
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public OptionalParameter[] parameters() {
    MessageState state = delivered ? MessageState.DELIVERED : MessageState.UNDELIVERABLE;
    return new OptionalParameter[] {
      new OptionalParameter.Receipted_message_id(messageId),
      new OptionalParameter.Message_state(state.value())
    };
  }
}
