/** How a site escalates: steps, waits, rounds, desks. */
@NullMarked
package org.procart.notification.policy;

import org.jspecify.annotations.NullMarked;
