package org.procart.notification.escalation;

/**
 * An escalation as it was read.
 *
 * @param version of the document; a change counts only where it is still the same
 */
record StoredEscalation(Escalation escalation, long version) {}
