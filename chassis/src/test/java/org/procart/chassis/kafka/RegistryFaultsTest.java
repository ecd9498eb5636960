package org.procart.chassis.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class RegistryFaultsTest {

  /** As both registries' clients tell the status of an answer. */
  public static final class Answered extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final int status;

    Answered(int status) {
      this.status = status;
    }

    @SuppressWarnings("unused") // read by name
    public int getResponseStatusCode() {
      return status;
    }
  }

  @Test
  void aRegistryThatCannotBeReachedIsTheRegistrysFault() {
    assertThat(
            RegistryFaults.isTheRegistrys(
                new RuntimeException(new ExecutionException(new ConnectException("refused")))))
        .isTrue();
  }

  @Test
  void aBusyOrBrokenRegistryIsTheRegistrysFault() {
    assertThat(RegistryFaults.isTheRegistrys(new RuntimeException(new Answered(503)))).isTrue();
    assertThat(RegistryFaults.isTheRegistrys(new Answered(500))).isTrue();
    assertThat(RegistryFaults.isTheRegistrys(new Answered(429))).isTrue();
  }

  @Test
  void anUnknownSchemaAndGarbageAreTheRecordsFault() {
    assertThat(RegistryFaults.isTheRegistrys(new RuntimeException(new Answered(404)))).isFalse();
    assertThat(RegistryFaults.isTheRegistrys(new UncheckedIOException(new EOFException())))
        .isFalse();
    assertThat(RegistryFaults.isTheRegistrys(new IllegalStateException("Unknown magic byte!")))
        .isFalse();
  }
}
