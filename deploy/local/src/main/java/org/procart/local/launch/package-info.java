/** deploy/up and deploy/down. */
@org.jspecify.annotations.NullMarked
package org.procart.local.launch;
