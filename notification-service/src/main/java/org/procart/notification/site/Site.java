package org.procart.notification.site;

import java.time.ZoneId;

/**
 * What we know of a site.
 *
 * @param name as people read it
 * @param live false while it is being set up
 */
public record Site(String siteId, long revision, String name, ZoneId zone, boolean live) {}
