package org.procart.alerting.site;

import org.bson.codecs.pojo.annotations.BsonId;

/** How a site is kept. */
public record SiteDocument(@BsonId String id, Long revision, Site site) {}
