package org.procart.alerting.site;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.procart.chassis.flow.Flow;
import org.procart.schemas.SiteChanged;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class SiteListener {

  private static final String TOPIC = "pro.site.v1";

  private final Sites sites;
  private final Flow flow;

  SiteListener(Sites sites, Flow flow) {
    this.sites = sites;
    this.flow = flow;
    flow.begin(TOPIC);
  }

  @KafkaListener(id = "sites", idIsGroup = false, topics = TOPIC)
  void received(ConsumerRecord<String, SiteChanged> record) {
    SiteChanged event = record.value();
    if (event == null) {
      sites.erase(record.key());
      flow.processed(record.topic());
    } else if (sites.keep(site(record.key(), event))) {
      flow.processed(record.topic());
    } else {
      flow.duplicate(record.topic());
    }
  }

  private static Site site(String siteId, SiteChanged event) {
    return new Site(
        siteId,
        event.getRevision(),
        event.getName(),
        event.getZoneId(),
        event.getPatientRecordUrl());
  }
}
