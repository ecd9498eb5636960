@NullMarked
package org.procart.alerting;

import org.jspecify.annotations.NullMarked;
