@NullMarked
package org.procart.intake.advice;

import org.jspecify.annotations.NullMarked;
