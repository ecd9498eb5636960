/** The catalogue and the page made from it. */
@NullMarked
package org.procart.schemas.catalogue;

import org.jspecify.annotations.NullMarked;
