package org.procart.intake.licence;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.procart.intake.site.Sites;
import org.procart.intake.snapshot.SiteDocuments;
import org.procart.schemas.questionnaire.QuestionnaireCatalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class LicenceConfiguration {

  @Bean
  LicensedForms licensedForms(QuestionnaireCatalogue catalogue, JsonMapper json) {
    return new LicensedForms(catalogue, json);
  }

  @Bean
  Licences licences(
      LicensedForms forms, MongoDatabase database, Sites sites, Clock clock, JsonMapper json) {
    return new Licences(
        forms, new SiteDocuments(database.getCollection("licences")), sites, clock, json);
  }
}
