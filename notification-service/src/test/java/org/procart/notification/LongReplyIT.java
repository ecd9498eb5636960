package org.procart.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LongReplyIT extends RunningService {

  private static final String PHONE = "+447700900555";

  @Autowired MongoDatabase store;

  @Test
  void aReplyInPartsIsOneReplyWithOneAnswer() {
    PHONES.replyInParts(PHONE, "I am not on duty today, please ", "call somebody else ", "for it");

    await().atMost(Duration.ofSeconds(10)).until(() -> !archived().isEmpty());
    await().atMost(Duration.ofSeconds(10)).until(() -> !PHONES.at(PHONE).isEmpty());
    assertThat(archived())
        .extracting(reply -> reply.getString("text"))
        .containsExactly("I am not on duty today, please call somebody else for it");
    assertThat(PHONES.at(PHONE)).hasSize(1);
    assertThat(store.getCollection("inbound_parts").countDocuments()).isZero();
  }

  private List<Document> archived() {
    return store
        .getCollection("inbound_archive")
        .find(Filters.regex("from", "447700900555"))
        .into(new ArrayList<>());
  }
}
