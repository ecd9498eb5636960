/** What each site may use of instruments that belong to somebody. */
@NullMarked
package org.procart.intake.licence;

import org.jspecify.annotations.NullMarked;
