package org.procart.alerting.replay;

import org.jspecify.annotations.Nullable;

/**
 * How much a set would have rung.
 *
 * @param red alerts that came to RED
 * @param amber alerts that stayed AMBER
 * @param listedOnly how many of them would have paged nobody
 * @param soundings times that somebody would have been paged anew: raised, or worse
 * @param reportsThatRing reports in which any rule rings, also those that only repeat
 * @param shareOfReports of all reports, 0 to 1; null: there are none, as below
 */
public record Load(
    Integer red,
    Integer amber,
    Integer listedOnly,
    Integer soundings,
    Integer reportsThatRing,
    @Nullable Double shareOfReports,
    @Nullable Double alertsPer100Reports,
    @Nullable Double soundingsPer100Reports,
    @Nullable Double alertsPerPatientDay,
    @Nullable Double soundingsPerPatientDay) {}
