/** Reads iCalendar files: who is named when. Knows nothing of staff. */
@NullMarked
package org.procart.notification.calendar;

import org.jspecify.annotations.NullMarked;
