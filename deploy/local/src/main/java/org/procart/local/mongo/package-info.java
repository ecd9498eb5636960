/** The document store of this machine, durable before it answers. */
@org.jspecify.annotations.NullMarked
package org.procart.local.mongo;
