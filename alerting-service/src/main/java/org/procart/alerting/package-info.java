/** Alerting: turns scores into alert episodes that people answer. */
@NullMarked
package org.procart.alerting;

import org.jspecify.annotations.NullMarked;
