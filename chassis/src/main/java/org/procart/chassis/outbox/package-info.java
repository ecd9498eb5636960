/** Events that wait inside the document they describe until the broker has them. */
@NullMarked
package org.procart.chassis.outbox;

import org.jspecify.annotations.NullMarked;
