/** Paging of one sounding until a person answers. */
@NullMarked
package org.procart.notification.escalation;

import org.jspecify.annotations.NullMarked;
