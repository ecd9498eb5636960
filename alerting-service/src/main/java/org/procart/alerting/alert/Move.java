package org.procart.alerting.alert;

/** What comes of trying to move an alert. */
public sealed interface Move permits Change, Refusal {}
