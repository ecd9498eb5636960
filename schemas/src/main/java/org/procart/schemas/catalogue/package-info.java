/** Which topics exist, what they carry, who writes and who reads them. */
@NullMarked
package org.procart.schemas.catalogue;

import org.jspecify.annotations.NullMarked;
