/** The two made-up sites that an empty platform on one machine begins with. */
@org.jspecify.annotations.NullMarked
package org.procart.local.sites;
