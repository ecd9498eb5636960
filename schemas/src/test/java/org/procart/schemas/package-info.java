/** What the contracts promise, checked. */
@NullMarked
package org.procart.schemas;

import org.jspecify.annotations.NullMarked;
