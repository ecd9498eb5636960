/** The OpenID Connect issuer of this machine. */
@org.jspecify.annotations.NullMarked
package org.procart.local.issuer;
