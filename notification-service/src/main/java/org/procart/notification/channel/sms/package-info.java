/** Short messages by SMPP 3.4. */
@NullMarked
package org.procart.notification.channel.sms;

import org.jspecify.annotations.NullMarked;
