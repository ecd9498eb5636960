/** Alerting's own copy of the sites. */
@NullMarked
package org.procart.alerting.site;

import org.jspecify.annotations.NullMarked;
