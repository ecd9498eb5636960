/**
 * Scales that are computed from items and from other scales by the methods that published manuals
 * share; which items and which method is data.
 */
@NullMarked
package org.procart.scoring.instrument.scales;

import org.jspecify.annotations.NullMarked;
