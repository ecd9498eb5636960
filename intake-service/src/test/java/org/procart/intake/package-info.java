@NullMarked
package org.procart.intake;

import org.jspecify.annotations.NullMarked;
