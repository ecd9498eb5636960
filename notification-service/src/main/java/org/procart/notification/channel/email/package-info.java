/** E-mail by SMTP. */
@NullMarked
package org.procart.notification.channel.email;

import org.jspecify.annotations.NullMarked;
