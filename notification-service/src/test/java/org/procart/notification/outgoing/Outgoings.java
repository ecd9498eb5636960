package org.procart.notification.outgoing;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import org.procart.notification.channel.Channels;
import org.procart.notification.channel.MessageChannel;
import org.procart.notification.receipt.ReceiptOwner;
import org.procart.notification.receipt.Receipts;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** A way out for tests of other packages. */
public final class Outgoings {

  private Outgoings() {}

  public static Outgoing of(MongoDatabase database, Clock clock, MessageChannel... channels) {
    StaticListableBeanFactory none = new StaticListableBeanFactory();
    return new Outgoing(
        new WaitingStore(database),
        new Channels(List.of(channels)),
        new Receipts(database, none.getBeanProvider(ReceiptOwner.class), clock),
        none.getBeanProvider(OutgoingOwner.class),
        clock);
  }
}
