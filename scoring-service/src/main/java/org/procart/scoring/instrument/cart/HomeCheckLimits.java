package org.procart.scoring.instrument.cart;

import java.math.BigDecimal;

/**
 * Where a measurement at home begins to count; data of the definition.
 *
 * @param feverFrom degrees Celsius, inclusive
 * @param hypotensionUpTo upper blood pressure in mm[Hg], inclusive
 * @param hypoxiaUpTo oxygen saturation in %, inclusive
 */
public record HomeCheckLimits(
    BigDecimal feverFrom, BigDecimal hypotensionUpTo, BigDecimal hypoxiaUpTo) {}
