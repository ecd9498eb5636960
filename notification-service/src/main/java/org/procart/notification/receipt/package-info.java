/** What became of messages that suppliers took. */
@NullMarked
package org.procart.notification.receipt;

import org.jspecify.annotations.NullMarked;
