@NullMarked
package org.procart.intake.report;

import org.jspecify.annotations.NullMarked;
