package org.procart.notification.escalation;

import java.time.Instant;

/** Finds the cover of a page. */
@FunctionalInterface
public interface Covers {

  Cover of(Page page, Instant at);
}
