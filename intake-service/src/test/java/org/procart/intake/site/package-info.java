@NullMarked
package org.procart.intake.site;

import org.jspecify.annotations.NullMarked;
