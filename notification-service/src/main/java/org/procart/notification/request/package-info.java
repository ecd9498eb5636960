/** Checks of requests, the same for all features. */
@NullMarked
package org.procart.notification.request;

import org.jspecify.annotations.NullMarked;
