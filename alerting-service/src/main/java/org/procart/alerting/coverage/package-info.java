/** Whether a report that is not here can be taken as one that was not sent. */
@NullMarked
package org.procart.alerting.coverage;

import org.jspecify.annotations.NullMarked;
