/** The platform's own alarms, told to its operators. */
@NullMarked
package org.procart.notification.operations;

import org.jspecify.annotations.NullMarked;
