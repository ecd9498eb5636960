@NullMarked
package org.procart.alerting.rule;

import org.jspecify.annotations.NullMarked;
