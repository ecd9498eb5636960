/** What a channel is: one try to hand one message over, and what came of it. */
@NullMarked
package org.procart.notification.channel;

import org.jspecify.annotations.NullMarked;
