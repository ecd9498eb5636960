@NullMarked
package org.procart.intake.submission;

import org.jspecify.annotations.NullMarked;
