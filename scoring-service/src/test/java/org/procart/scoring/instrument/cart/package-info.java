@NullMarked
package org.procart.scoring.instrument.cart;

import org.jspecify.annotations.NullMarked;
