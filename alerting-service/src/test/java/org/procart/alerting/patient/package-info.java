@NullMarked
package org.procart.alerting.patient;

import org.jspecify.annotations.NullMarked;
