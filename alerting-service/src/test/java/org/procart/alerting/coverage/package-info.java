@NullMarked
package org.procart.alerting.coverage;

import org.jspecify.annotations.NullMarked;
