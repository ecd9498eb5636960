/** Parts of integration tests that run in Docker. */
@org.jspecify.annotations.NullMarked
package org.procart.containers;
