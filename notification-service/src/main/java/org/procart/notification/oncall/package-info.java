/** Who is on call: staff, their contact points, rotas. */
@NullMarked
package org.procart.notification.oncall;

import org.jspecify.annotations.NullMarked;
