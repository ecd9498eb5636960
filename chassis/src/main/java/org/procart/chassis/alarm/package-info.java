/** The platform's own alarms. */
@NullMarked
package org.procart.chassis.alarm;

import org.jspecify.annotations.NullMarked;
