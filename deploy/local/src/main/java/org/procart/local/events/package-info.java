/** deploy/events. */
@org.jspecify.annotations.NullMarked
package org.procart.local.events;
