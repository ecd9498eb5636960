@NullMarked
package org.procart.alerting.score;

import org.jspecify.annotations.NullMarked;
