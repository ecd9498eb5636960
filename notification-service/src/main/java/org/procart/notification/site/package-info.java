/** Our own copy of the sites. */
@NullMarked
package org.procart.notification.site;

import org.jspecify.annotations.NullMarked;
