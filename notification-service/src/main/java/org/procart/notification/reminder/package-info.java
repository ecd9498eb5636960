/** Reminders of reports that did not come: to patients and carers, by the contacts kept here. */
@NullMarked
package org.procart.notification.reminder;

import org.jspecify.annotations.NullMarked;
