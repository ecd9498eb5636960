@NullMarked
package org.procart.scoring.score;

import org.jspecify.annotations.NullMarked;
