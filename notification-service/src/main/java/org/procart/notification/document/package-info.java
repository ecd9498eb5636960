/** Records as store documents. */
@NullMarked
package org.procart.notification.document;

import org.jspecify.annotations.NullMarked;
