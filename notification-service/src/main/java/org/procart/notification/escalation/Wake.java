package org.procart.notification.escalation;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lets an escalation be looked at now; what is lost here the sweep finds within a second. */
@Component
public class Wake implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Wake.class);

  private final ObjectProvider<Pager> pager;
  private final ExecutorService turns = Executors.newVirtualThreadPerTaskExecutor();

  Wake(ObjectProvider<Pager> pager) {
    this.pager = pager;
  }

  public void soon(String escalationId) {
    run(escalationId, () -> pager.getObject().advance(escalationId));
  }

  void run(String escalationId, Runnable work) {
    turns.execute(
        () -> {
          try {
            work.run();
          } catch (RuntimeException e) {
            LOG.atWarn()
                .addKeyValue("notificationId", escalationId)
                .setCause(e)
                .log("A step of an escalation failed; it is tried again");
          }
        });
  }

  @Override
  public void close() {
    turns.close();
  }
}
