/** Who can be paged now, from rota, staff, policy and desks. */
@NullMarked
package org.procart.notification.cover;

import org.jspecify.annotations.NullMarked;
