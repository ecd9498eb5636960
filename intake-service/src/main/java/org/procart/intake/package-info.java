/** Takes reports, stores them before it answers, and publishes them. */
@NullMarked
package org.procart.intake;

import org.jspecify.annotations.NullMarked;
