/** Silence: planned reports that did not come, and who hears of it in which order. */
@NullMarked
package org.procart.alerting.adherence;

import org.jspecify.annotations.NullMarked;
