/** Accepts reports: store, answer, publish. */
@NullMarked
package org.procart.intake.submission;

import org.jspecify.annotations.NullMarked;
