/** YAML that people write: read with its lines, so that a fault can be found. */
@NullMarked
package org.procart.schemas.yaml;

import org.jspecify.annotations.NullMarked;
