/** Pages people until one answers. */
@NullMarked
package org.procart.notification;

import org.jspecify.annotations.NullMarked;
