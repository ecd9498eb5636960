/** The Kafka broker of this machine and its topics. */
@org.jspecify.annotations.NullMarked
package org.procart.local.broker;
