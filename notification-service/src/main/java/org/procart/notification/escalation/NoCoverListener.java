package org.procart.notification.escalation;

import java.time.Instant;

/** Hears that a step of an escalation had nobody; who keeps the rota must know. */
public interface NoCoverListener {

  /** May be told twice. */
  void noCover(String siteId, Instant at);
}
