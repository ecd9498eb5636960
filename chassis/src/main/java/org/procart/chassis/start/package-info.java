/** What is said when a service cannot start. */
@NullMarked
package org.procart.chassis.start;

import org.jspecify.annotations.NullMarked;
