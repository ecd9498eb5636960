package org.procart.local;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.procart.local.part.Part;

/** What was asked for and cannot be had is a fault, never another kind of parts. */
class TestPartsTest {

  @TempDir private Path directory;

  @AfterEach
  void forget() {
    System.clearProperty(TestParts.SETTING);
  }

  @Test
  void containersWithoutTheProfileFail() {
    System.setProperty(TestParts.SETTING, "containers");

    assertThatIllegalStateException()
        .isThrownBy(() -> TestParts.start(directory, Set.of(Part.ISSUER)))
        .withMessageContaining("-Pcontainers");
  }

  @Test
  void anUnknownKindFails() {
    System.setProperty(TestParts.SETTING, "clouds");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> TestParts.start(directory, Set.of(Part.ISSUER)))
        .withMessageContaining("clouds");
  }
}
