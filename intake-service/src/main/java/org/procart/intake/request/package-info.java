/** Reads request bodies and collects every fault. */
@NullMarked
package org.procart.intake.request;

import org.jspecify.annotations.NullMarked;
