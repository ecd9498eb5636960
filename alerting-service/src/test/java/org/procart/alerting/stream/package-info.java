@NullMarked
package org.procart.alerting.stream;

import org.jspecify.annotations.NullMarked;
