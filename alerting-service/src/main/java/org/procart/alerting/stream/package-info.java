/** Alerts as they change, for screens; who was away hears what was missed. */
@NullMarked
package org.procart.alerting.stream;

import org.jspecify.annotations.NullMarked;
