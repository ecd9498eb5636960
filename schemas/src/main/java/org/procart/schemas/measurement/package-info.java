/** How a home measurement is read: the same in the form, in advice and in scores. */
@NullMarked
package org.procart.schemas.measurement;

import org.jspecify.annotations.NullMarked;
