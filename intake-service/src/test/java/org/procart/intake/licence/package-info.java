@NullMarked
package org.procart.intake.licence;

import org.jspecify.annotations.NullMarked;
