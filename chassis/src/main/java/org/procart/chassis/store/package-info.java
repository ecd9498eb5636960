/** The service's own database. */
@NullMarked
package org.procart.chassis.store;

import org.jspecify.annotations.NullMarked;
