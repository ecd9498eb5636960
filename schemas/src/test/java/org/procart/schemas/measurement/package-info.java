@NullMarked
package org.procart.schemas.measurement;

import org.jspecify.annotations.NullMarked;
