/** Alerts as the alerting service tells them. */
@NullMarked
package org.procart.notification.alert;

import org.jspecify.annotations.NullMarked;
