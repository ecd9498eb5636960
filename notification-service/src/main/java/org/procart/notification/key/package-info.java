/** Codes and links by which a page is acknowledged. */
@NullMarked
package org.procart.notification.key;

import org.jspecify.annotations.NullMarked;
