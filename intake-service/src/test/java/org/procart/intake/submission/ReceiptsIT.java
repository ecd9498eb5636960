package org.procart.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.procart.intake.report.ReportIdentity;
import org.procart.intake.submission.Origin.Reporter;
import org.procart.intake.submission.Origin.Standing;

class ReceiptsIT {

  private static final Origin ORIGIN =
      new Origin(Standing.ALLOWED, null, null, "site-a", "p-1", "p-1", Reporter.PATIENT, "p-1");
  private final MongoServer store = new MongoServer(new MemoryBackend());
  private MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + store.bind().getPort());
  private Receipts receipts = withTwoSymbols();

  @BeforeEach
  void reset() {
    receipts = withTwoSymbols();
  }

  @AfterEach
  void stop() {
    client.close();
    store.shutdown();
  }

  @Test
  void twoReportsNeverShareAReceiptAndOneReportNeverHasTwo() {
    // Given two symbols: 529 names, so that 300 reports meet each other often
    List<ReportIdentity> reports =
        IntStream.range(0, 300)
            .mapToObj(i -> new ReportIdentity("hash-" + i, "content", "event-" + i))
            .toList();

    // When
    List<String> first = reports.stream().map(this::claim).toList();
    List<String> again = reports.reversed().stream().map(this::claim).toList().reversed();

    // Then
    Set<String> distinct = new TreeSet<>(first);
    assertThat(distinct).hasSize(300);
    assertThat(again).isEqualTo(first);
    assertThat(first.stream().filter(this::notTheFirstName)).isNotEmpty();
  }

  private boolean notTheFirstName(String receipt) {
    return IntStream.range(0, 300)
        .mapToObj(i -> ReceiptName.of("event-" + i, 0, 2))
        .noneMatch(receipt::equals);
  }

  private String claim(ReportIdentity identity) {
    return receipts.claim(identity, ORIGIN, "p-1");
  }

  private Receipts withTwoSymbols() {
    return new Receipts(client.getDatabase("intake").getCollection("receipts"), 2);
  }
}
