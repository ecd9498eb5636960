/** What a report is: whose, which version of it, how much of it counts. */
@NullMarked
package org.procart.intake.report;

import org.jspecify.annotations.NullMarked;
