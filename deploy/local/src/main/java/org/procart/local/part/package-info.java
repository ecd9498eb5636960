/** What a platform on one machine consists of, and where each part listens. */
@org.jspecify.annotations.NullMarked
package org.procart.local.part;
