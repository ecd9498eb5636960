@NullMarked
package org.procart.alerting.site;

import org.jspecify.annotations.NullMarked;
