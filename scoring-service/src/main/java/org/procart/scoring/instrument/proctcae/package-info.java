/**
 * PRO-CTCAE, NCI Item Library 1.0: 80 terms, 124 items, composite grades after Basch et al.,
 * Clinical Trials 2021;18:104.
 */
@NullMarked
package org.procart.scoring.instrument.proctcae;

import org.jspecify.annotations.NullMarked;
