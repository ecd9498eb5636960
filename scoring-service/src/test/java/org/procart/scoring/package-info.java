@NullMarked
package org.procart.scoring;

import org.jspecify.annotations.NullMarked;
