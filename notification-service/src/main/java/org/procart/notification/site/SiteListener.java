package org.procart.notification.site;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.procart.chassis.flow.Flow;
import org.procart.chassis.kafka.UnprocessableRecordException;
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
  void on(ConsumerRecord<String, SiteChanged> record) {
    SiteChanged event = record.value();
    if (event == null) {
      sites.forget(record.key());
      flow.processed(TOPIC);
    } else if (sites.learn(site(record.key(), event))) {
      flow.processed(TOPIC);
    } else {
      flow.duplicate(TOPIC);
    }
  }

  private static Site site(String siteId, SiteChanged event) {
    String label = event.getName().replaceAll("\\s+", " ").strip();
    String name = label.isEmpty() ? siteId : label;
    return new Site(
        siteId,
        event.getRevision(),
        name,
        zone(event),
        "LIVE".equals(event.getStatus()),
        event.getLanguages(),
        event.getAdvicePhone().strip(),
        event.getEmergencyNumber().strip());
  }

  private static ZoneId zone(SiteChanged event) {
    try {
      return ZoneId.of(event.getZoneId());
    } catch (DateTimeException e) {
      throw new UnprocessableRecordException("unknown-zone");
    }
  }
}
