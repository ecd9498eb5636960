package org.procart.notification.escalation;

/** One attempt that goes out now, with the escalation that it belongs to. */
record Errand(Escalation escalation, Attempt attempt) {}
