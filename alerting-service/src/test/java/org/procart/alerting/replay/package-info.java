@NullMarked
package org.procart.alerting.replay;

import org.jspecify.annotations.NullMarked;
