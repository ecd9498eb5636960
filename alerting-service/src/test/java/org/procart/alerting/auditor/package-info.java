@NullMarked
package org.procart.alerting.auditor;

import org.jspecify.annotations.NullMarked;
