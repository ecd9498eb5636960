package org.procart.chassis;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.procart.chassis.flow.Flow;
import org.procart.chassis.kafka.UnprocessableRecordException;
import org.procart.chassis.outbox.Outbox;
import org.procart.chassis.outbox.OutboxFactory;
import org.procart.chassis.problem.ProblemException;
import org.procart.chassis.security.Caller;
import org.procart.chassis.security.OpenPaths;
import org.procart.schemas.ScoreComputed;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The smallest service that a chassis can carry. */
@SpringBootApplication
class ProbeService {

  static final String DOCUMENTS = "things";

  @Bean
  OpenPaths openPaths() {
    return new OpenPaths(List.of("/open"));
  }

  @Bean
  Outbox outbox(OutboxFactory outboxes, MongoDatabase database, Published published) {
    return outboxes.of(database.getCollection(DOCUMENTS, Document.class), published.ids::add);
  }

  @Bean
  Published published() {
    return new Published(new CopyOnWriteArrayList<>());
  }

  record Published(List<Object> ids) {}

  @Bean
  Scores scores(Flow flow) {
    return new Scores(flow);
  }

  static class Scores {
    final List<String> processed = new CopyOnWriteArrayList<>();
    final AtomicReference<RuntimeException> storeFault = new AtomicReference<>();
    private final Flow flow;

    Scores(Flow flow) {
      this.flow = flow;
    }

    @KafkaListener(id = "scores", idIsGroup = false, topics = "${probe.topic:pro.score.v1}")
    void on(ConsumerRecord<String, ScoreComputed> record) {
      ScoreComputed score = record.value();
      if (score.getScorer().equals("unprocessable")) {
        throw new UnprocessableRecordException("no-such-scorer");
      }
      RuntimeException fault = storeFault.get();
      if (fault != null) {
        throw fault;
      }
      processed.add(score.getEventId());
      flow.processed(record.topic());
    }
  }

  @RestController
  static class Pages {

    record Body(int number) {}

    @GetMapping("/open")
    Map<String, String> open() {
      return Map.of("open", "yes");
    }

    @GetMapping("/me")
    Caller me(Caller caller) {
      return caller;
    }

    @GetMapping("/operators")
    String operators(Caller caller) {
      caller.requireAny("operator");
      return "ok";
    }

    @GetMapping("/breaks")
    String breaks() {
      throw new IllegalStateException("the patient wrote: secret words");
    }

    @GetMapping("/refuses")
    String refuses() {
      throw new ProblemException(HttpStatus.CONFLICT, "too-late", "Ask again.");
    }

    @PostMapping("/body")
    int body(@RequestBody Body body) {
      return body.number();
    }
  }
}
