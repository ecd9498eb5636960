package org.procart.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import de.bwaldvogel.mongo.MongoServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.procart.notification.parts.MortalStore;
import org.procart.notification.parts.Phones;
import org.procart.notification.parts.TestTokens;
import org.procart.schemas.NotificationChanged;
import org.procart.schemas.catalogue.Catalogue;
import org.procart.schemas.event.StoredEvent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.kafka.test.utils.KafkaTestUtils;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service with a real broker, store, SMS supplier and mail server; one for all ITs. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@EmbeddedKafka(
    partitions = 1,
    topics = {
      "pro.alert.v1",
      "pro.alert.v1.notification-dlt",
      "pro.site.v1",
      "pro.patient.v1",
      "pro.operations.v1",
      "pro.operations.v1.notification-dlt",
      "pro.reminder.v1",
      "pro.reminder.v1.notification-dlt",
      "pro.notification.v1",
      "pro.heartbeat.v1"
    })
abstract class RunningService {

  static final Phones PHONES = new Phones();
  static final GreenMail MAIL = mail();
  static final TestTokens TOKENS = new TestTokens();
  static final MortalStore MORTAL = new MortalStore();
  static final MongoServer STORE = new MongoServer(MORTAL);
  private static final int STORE_PORT = STORE.bind().getPort();

  /** Of the service that is started next; a class with a service of its own takes another one. */
  static volatile String database = "notification";

  private static final Catalogue CATALOGUE = Catalogue.load();
  private static final Map<String, Reader> READERS = new ConcurrentHashMap<>();

  @Autowired EmbeddedKafkaBroker broker;
  @LocalServerPort int port;

  @DynamicPropertySource
  static void parts(DynamicPropertyRegistry properties) {
    properties.add(
        "spring.mongodb.uri", () -> "mongodb://127.0.0.1:" + STORE_PORT + "/" + database);
    properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", TOKENS::issuer);
    // Stands for the registry too: something that answers.
    properties.add("procart.schema-registry.url", TOKENS::issuer);
    properties.add("procart.notification.smpp.port", PHONES::port);
    properties.add("procart.notification.amber.gather", () -> "2s");
    properties.add("procart.notification.amber.apart", () -> "5s");
    properties.add("procart.notification.smtp.port", () -> MAIL.getSmtp().getPort());
  }

  private static GreenMail mail() {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    return mail;
  }

  static List<MimeMessage> mailTo(String mailbox) {
    return Arrays.stream(MAIL.getReceivedMessages()).filter(mail -> isTo(mail, mailbox)).toList();
  }

  private static boolean isTo(MimeMessage mail, String mailbox) {
    try {
      return Arrays.toString(mail.getAllRecipients()).contains(mailbox);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  void publish(String topic, String key, SpecificRecord event) {
    publish(topic, key, StoredEvent.encode(event));
  }

  void publish(String topic, String key, byte[] value) {
    send(topic, key, Collections.singletonList(value));
  }

  /** As a storm comes: without waiting between them. */
  void publishTogether(String topic, List<SpecificRecord> events) {
    send(topic, "together", events.stream().map(StoredEvent::encode).toList());
  }

  private void send(String topic, String key, List<byte[]> values) {
    try (var producer =
        new KafkaProducer<>(
            KafkaTestUtils.producerProps(broker),
            new StringSerializer(),
            new ByteArraySerializer())) {
      values.forEach(value -> producer.send(new ProducerRecord<>(topic, key, value)));
    }
  }

  List<NotificationChanged> told(String alertId) {
    return notifications().filter(event -> event.getAlertId().equals(alertId)).toList();
  }

  Stream<NotificationChanged> notifications() {
    return read("pro.notification.v1").stream().map(NotificationChanged.class::cast);
  }

  /** All that the topic holds so far. */
  List<SpecificRecord> read(String topic) {
    Reader reader =
        READERS.computeIfAbsent(
            broker.getBrokersAsString() + topic, place -> new Reader(broker, topic));
    return reader.all();
  }

  /** Reads one topic on from where it was. */
  private static final class Reader {
    private final List<SpecificRecord> found = new ArrayList<>();
    private final TopicPartition only;
    private final KafkaConsumer<String, byte[]> consumer;

    Reader(EmbeddedKafkaBroker broker, String topic) {
      only = new TopicPartition(topic, 0);
      consumer =
          new KafkaConsumer<>(
              KafkaTestUtils.consumerProps(broker, "read-" + topic, false),
              new StringDeserializer(),
              new ByteArrayDeserializer());
      consumer.assign(List.of(only));
      consumer.seekToBeginning(List.of(only));
    }

    synchronized List<SpecificRecord> all() {
      long end = consumer.endOffsets(List.of(only)).get(only);
      while (consumer.position(only) < end) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(
                record -> found.add(StoredEvent.decode(CATALOGUE, only.topic(), record.value())));
      }
      return List.copyOf(found);
    }
  }

  HttpResponse<String> get(String path, String token) {
    return call("GET", path, null, token);
  }

  HttpResponse<String> put(String path, String body, String token) {
    return call("PUT", path, body, token);
  }

  HttpResponse<String> call(String method, String path, String body, String token) {
    return call(method, path, body, token, "application/json");
  }

  HttpResponse<String> file(String path, String calendar) {
    return call("PUT", path, calendar, TOKENS.token("operator"), "text/calendar");
  }

  static String calendarFile(String name) {
    try (var in = RunningService.class.getResourceAsStream("/calendars/" + name + ".ics")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> call(
      String method, String path, String body, String token, String type) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", type);
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
