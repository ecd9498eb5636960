@NullMarked
package org.procart.intake.answer;

import org.jspecify.annotations.NullMarked;
