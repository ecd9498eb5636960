/** Files that a site's people put there, and what is wrong with them. */
@NullMarked
package org.procart.schemas.file;

import org.jspecify.annotations.NullMarked;
