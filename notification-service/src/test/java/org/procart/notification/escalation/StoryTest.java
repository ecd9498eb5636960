package org.procart.notification.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.procart.notification.channel.Delivery;

class StoryTest {

  @Test
  void itTellsWhoWasNotReachedWhoWasAndWhoAnsweredAndHowLongEachTook() {
    Ward ward = Ward.red().phonesFail().at(0).phonesDeliver();
    ward.at(4).acknowledge("desk:site-a", "link-1");

    assertThat(new Story(ward.escalation()).lines())
        .startsWith(
            "nurse-1 by sms: not delivered (undeliv), 0 s",
            "nurse-1 by email: sent, no receipt yet, 0 s")
        .endsWith("acknowledged by desk:site-a by link, 4 s");
  }

  @Test
  void itTellsWhatIsWaitedFor() {
    Ward ward = Ward.red().phonesDeliver().at(0);

    assertThat(new Story(ward.escalation()).lines())
        .contains("nurse-1 by sms: delivered, 0 s")
        .endsWith("next step at 2026-11-20T03:15:00Z, waits for acknowledgement");
  }

  @Test
  void itTellsWhatDoesNotLeaveAndWhy() {
    Ward ward = Ward.red().suppliersSay(new Delivery.RetryLater("RATE_LIMITED")).at(0);

    assertThat(new Story(ward.escalation()).lines())
        .contains("nurse-1 by sms: waits (rate limited)");
  }
}
