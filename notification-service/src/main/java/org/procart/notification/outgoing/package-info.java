/** Single messages that must leave: replies and operations messages. */
@NullMarked
package org.procart.notification.outgoing;

import org.jspecify.annotations.NullMarked;
