/**
 * Alert episodes: one open alert a patient and rule, its legal moves, and how it is kept and told.
 */
@NullMarked
package org.procart.alerting.alert;

import org.jspecify.annotations.NullMarked;
