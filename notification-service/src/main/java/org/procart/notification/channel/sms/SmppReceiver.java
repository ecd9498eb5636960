package org.procart.notification.channel.sms;

import java.util.Objects;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.util.InvalidDeliveryReceiptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the supplier brings: receipts and replies. It gets its "taken" only when they are stored.
 */
final class SmppReceiver implements MessageReceiverListener {

  private static final Logger LOG = LoggerFactory.getLogger(SmppReceiver.class);

  private final String supplier;
  private final Incoming incoming;
  private final ReplyParts parts;

  SmppReceiver(String supplier, Incoming incoming, ReplyParts parts) {
    this.supplier = supplier;
    this.incoming = incoming;
    this.parts = parts;
  }

  @Override
  public void onAcceptDeliverSm(DeliverSm message) throws ProcessRequestException {
    try {
      if (message.isSmscDeliveryReceipt() || message.isIntermediateDeliveryNotification()) {
        receipt(message);
      } else {
        SmppText.part(message)
            .ifPresentOrElse(
                part -> parts.take(supplier, message.getSourceAddr(), part),
                () ->
                    incoming.reply(supplier, null, message.getSourceAddr(), SmppText.of(message)));
      }
    } catch (InvalidDeliveryReceiptException e) {
      LOG.atWarn().addKeyValue("supplier", supplier).log("A delivery receipt cannot be read");
    } catch (RuntimeException e) {
      LOG.atWarn()
          .addKeyValue("supplier", supplier)
          .addKeyValue("fault", e.getClass().getName())
          .log("What the SMS supplier brought could not be stored; it will bring it again");
      throw new ProcessRequestException("try again", SMPPConstant.STAT_ESME_RX_T_APPN, e);
    }
  }

  private void receipt(DeliverSm message) throws InvalidDeliveryReceiptException {
    SmppReceipt receipt = SmppReceipt.of(message);
    if (receipt.last()) {
      incoming.receipt(supplier, Objects.requireNonNull(receipt.messageId()), receipt.toFate());
    }
  }

  @Override
  public void onAcceptAlertNotification(AlertNotification notification) {
    // Says that a phone is back in reach; nothing of ours waits for that.
  }

  @Override
  public DataSmResult onAcceptDataSm(DataSm message, Session source)
      throws ProcessRequestException {
    throw new ProcessRequestException("not used", SMPPConstant.STAT_ESME_RINVCMDID);
  }
}
