package org.procart.intake.patient;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One CAR-T infusion, given or planned.
 *
 * @param infusionDate local date; null: not yet known
 */
public record Therapy(String product, String indication, @Nullable LocalDate infusionDate) {}
