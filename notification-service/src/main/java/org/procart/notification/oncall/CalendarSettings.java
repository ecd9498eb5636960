package org.procart.notification.oncall;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How calendars are fetched.
 *
 * @param allowedHosts hosts that may be fetched without TLS and in the platform's own network
 * @param within time for the whole fetch
 * @param staleAfter told when an address has given nothing usable for so long
 */
@ConfigurationProperties("procart.notification.calendar")
record CalendarSettings(
    @DefaultValue Set<String> allowedHosts,
    @DefaultValue("20s") Duration within,
    @DefaultValue("6h") Duration staleAfter) {}
