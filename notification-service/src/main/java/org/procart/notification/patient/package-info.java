/** How patients and carers are reached for reminders; kept here only, never on a topic. */
@NullMarked
package org.procart.notification.patient;

import org.jspecify.annotations.NullMarked;
