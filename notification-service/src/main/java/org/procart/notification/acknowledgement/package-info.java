/** Acknowledgement by link and by SMS reply. */
@NullMarked
package org.procart.notification.acknowledgement;

import org.jspecify.annotations.NullMarked;
