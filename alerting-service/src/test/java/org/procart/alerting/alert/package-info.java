@NullMarked
package org.procart.alerting.alert;

import org.jspecify.annotations.NullMarked;
