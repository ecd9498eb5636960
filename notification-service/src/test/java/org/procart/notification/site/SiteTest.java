package org.procart.notification.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.procart.notification.document.StoredRecords;

class SiteTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Test
  void aCopyWithoutTheNewerFieldsIsStillRead() {
    Document old =
        new Document("siteId", "site-a")
            .append("revision", 2L)
            .append("name", "Site A")
            .append("zone", "Europe/London")
            .append("live", true);

    assertThat(StoredRecords.read(old, Site.class))
        .isEqualTo(new Site("site-a", 2, "Site A", LONDON, true, List.of(), "", ""));
  }

  @Test
  void aCopyIsReadAsItWasWritten() {
    Site site = new Site("site-a", 2, "Site A", LONDON, true, List.of("en", "fr"), "+44", "999");

    assertThat(StoredRecords.read(StoredRecords.toDocument(site), Site.class)).isEqualTo(site);
  }
}
