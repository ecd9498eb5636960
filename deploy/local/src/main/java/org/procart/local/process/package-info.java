/** Child processes: how they are started, recognised and stopped. */
@org.jspecify.annotations.NullMarked
package org.procart.local.process;
