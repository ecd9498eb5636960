/** Sending and reading events; what happens to a record that cannot be processed. */
@NullMarked
package org.procart.chassis.kafka;

import org.jspecify.annotations.NullMarked;
