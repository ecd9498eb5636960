/** A small HTTP server on loopback for the parts that have one. */
@org.jspecify.annotations.NullMarked
package org.procart.local.http;
