package org.procart.intake.advice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.procart.intake.site.AdviceLevel;

/**
 * What the reporter is told to do.
 *
 * @param phone the site's advice line; null where no site is known
 * @param emergencyNumber null where no site is known
 * @param watchedNow true when somebody reads reports at this moment
 * @param readBy until when somebody reads now, else when somebody reads next; null: not known
 * @param version which text this is, for ever: the site and a name of the words
 */
public record Advice(
    AdviceLevel level,
    String text,
    @Nullable String phone,
    @Nullable String emergencyNumber,
    boolean watchedNow,
    @Nullable Instant readBy,
    String language,
    String version) {}
