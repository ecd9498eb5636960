/** Ids and stored form of events. */
@NullMarked
package org.procart.schemas.event;

import org.jspecify.annotations.NullMarked;
