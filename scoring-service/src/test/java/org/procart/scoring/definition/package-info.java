@NullMarked
package org.procart.scoring.definition;

import org.jspecify.annotations.NullMarked;
