/** What the reporter is told to do, in every answer. */
@NullMarked
package org.procart.intake.advice;

import org.jspecify.annotations.NullMarked;
