/** Every LIVE score of a patient, for 400 days: what previous, trends and explanations read. */
@NullMarked
package org.procart.alerting.history;

import org.jspecify.annotations.NullMarked;
