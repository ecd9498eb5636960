/**
 * The daily home check after CAR-T: what ASTCT grades (Lee et al., Biology of Blood and Marrow
 * Transplantation 2019;25:625) can be told from home, and what cannot.
 */
@NullMarked
package org.procart.scoring.instrument.cart;

import org.jspecify.annotations.NullMarked;
