/** What staff see: alerts with their explanation, and entries to read that page nobody. */
@NullMarked
package org.procart.alerting.worklist;

import org.jspecify.annotations.NullMarked;
