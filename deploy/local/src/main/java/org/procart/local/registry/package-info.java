/** The schema registry of this machine and what is registered in it. */
@org.jspecify.annotations.NullMarked
package org.procart.local.registry;
