package org.procart.notification.escalation;

import java.util.List;
import java.util.Optional;
import org.procart.notification.policy.LevelPolicy;
import org.procart.notification.policy.Who;

/** Who can be paged for one page at one instant; a snapshot, so that the rules stay pure. */
public interface Cover {

  /** The policy for the page's level as it is now. */
  LevelPolicy policy();

  /** Whom a step calls; empty: nobody, or nobody who can be reached. */
  List<Recipient> recipients(Who who);

  /** Recipient by id, as long as there is one. */
  Optional<Recipient> recipient(String recipientId);

  /** How many SMS suppliers there are: only with a second one is another try worth it. */
  int smsSuppliers();

  /** The desk behind all others; empty for synthetic pages, which reach test contacts only. */
  Optional<Recipient> lastResort();
}
