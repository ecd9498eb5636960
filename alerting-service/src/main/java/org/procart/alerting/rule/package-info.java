/** Rule sets: what rings, at which level, with which words, and the examples that prove it. */
@NullMarked
package org.procart.alerting.rule;

import org.jspecify.annotations.NullMarked;
