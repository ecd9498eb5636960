package org.procart.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.procart.intake.answer.Faults;

class ReportBodyTest {

  @Test
  void aBodyNestedTooDeepIsAFaultOfTheBody() {
    assertThat(faults("{\"item\":[".repeat(400) + "]}".repeat(400))).containsExactly("too-deep");
  }

  @Test
  void goodJsonThatIsNoObjectIsNotCalledBadJson() {
    assertThat(faults("[]")).containsExactly("not-an-object");
    assertThat(faults("null")).containsExactly("not-an-object");
  }

  @Test
  void whatIsNoJsonIsNamedByPlace() {
    assertThat(faults("{\"item\":")).containsExactly("not-json");
  }

  private static List<String> faults(String body) {
    Faults faults = new Faults();
    assertThat(
            ReportBody.parse(body.getBytes(StandardCharsets.UTF_8), true, faults).isMissingNode())
        .isTrue();
    return faults.list().stream().map(fault -> fault.code()).toList();
  }
}
