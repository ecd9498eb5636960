/** deploy/token. */
@org.jspecify.annotations.NullMarked
package org.procart.local.token;
