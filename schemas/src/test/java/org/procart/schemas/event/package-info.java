/** Ids and stored events keep their promises. */
@NullMarked
package org.procart.schemas.event;

import org.jspecify.annotations.NullMarked;
