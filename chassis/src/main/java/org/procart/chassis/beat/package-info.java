/** Signs of life. */
@NullMarked
package org.procart.chassis.beat;

import org.jspecify.annotations.NullMarked;
