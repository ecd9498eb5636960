/** Reports in from Kafka, scores out to Kafka. */
@NullMarked
package org.procart.scoring.score;

import org.jspecify.annotations.NullMarked;
