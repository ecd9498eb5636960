/** What became of the pages of an alert, as notification tells it. */
@NullMarked
package org.procart.alerting.notification;

import org.jspecify.annotations.NullMarked;
