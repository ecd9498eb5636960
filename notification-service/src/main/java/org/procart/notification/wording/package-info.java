/** The words of pages; no patient data can get in. */
@NullMarked
package org.procart.notification.wording;

import org.jspecify.annotations.NullMarked;
