/** Single messages that must leave: replies, operations messages and reminders. */
@NullMarked
package org.procart.notification.outgoing;

import org.jspecify.annotations.NullMarked;
