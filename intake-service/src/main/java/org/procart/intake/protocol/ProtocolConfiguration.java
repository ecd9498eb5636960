package org.procart.intake.protocol;

import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import org.procart.intake.snapshot.SiteDocuments;
import org.procart.schemas.questionnaire.QuestionnaireCatalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ProtocolConfiguration {

  @Bean
  ProtocolJson protocolJson(QuestionnaireCatalogue catalogue, JsonMapper json) {
    return new ProtocolJson(url -> title(catalogue, json, url));
  }

  @Bean
  Protocols protocols(MongoDatabase database, JsonMapper json) {
    return new Protocols(
        new BuiltInProtocols(), new SiteDocuments(database.getCollection("protocols")), json);
  }

  static Optional<String> title(QuestionnaireCatalogue catalogue, JsonMapper json, String url) {
    return catalogue
        .find(url, null)
        .map(form -> json.readTree(form.json()).path("title").asString(url));
  }
}
