@NullMarked
package org.procart.alerting.adherence;

import org.jspecify.annotations.NullMarked;
