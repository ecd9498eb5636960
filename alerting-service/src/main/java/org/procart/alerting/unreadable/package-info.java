/** A report that could not be read is never a patient nobody looks at. */
@NullMarked
package org.procart.alerting.unreadable;

import org.jspecify.annotations.NullMarked;
