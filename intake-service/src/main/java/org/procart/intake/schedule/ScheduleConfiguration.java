package org.procart.intake.schedule;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {

  @Bean
  Diary diary(MongoDatabase database) {
    return new Diary(database.getCollection("diary"));
  }
}
