/** From a score to alerts: keep it, judge it and what it touches, ring. */
@NullMarked
package org.procart.alerting.score;

import org.jspecify.annotations.NullMarked;
