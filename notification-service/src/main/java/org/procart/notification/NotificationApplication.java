package org.procart.notification;

import org.procart.notification.channel.UrlConnections;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The notification service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class NotificationApplication {

  public static void main(String[] args) {
    UrlConnections.beCareful();
    SpringApplication.run(NotificationApplication.class, args);
  }
}
