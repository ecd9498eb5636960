@NullMarked
package org.procart.alerting.history;

import org.jspecify.annotations.NullMarked;
