/** The parts around the services, for one machine and for tests. */
@org.jspecify.annotations.NullMarked
package org.procart.local;
