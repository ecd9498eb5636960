@NullMarked
package org.procart.chassis.start;

import org.jspecify.annotations.NullMarked;
