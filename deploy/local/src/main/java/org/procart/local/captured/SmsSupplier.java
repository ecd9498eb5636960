package org.procart.local.captured;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A supplier of short messages on a port of its own. */
final class SmsSupplier implements AutoCloseable {

  private final String name;
  private final int port;
  private final Outbound outbound = new Outbound();
  private final Inbound inbound;
  private volatile SupplierMode mode;
  private @Nullable SmsCentre centre;

  SmsSupplier(String name, int port, SupplierMode mode, Inbound.Shared shared) throws IOException {
    this.name = name;
    this.port = port;
    this.mode = mode;
    this.inbound = new Inbound(name, shared, outbound, this::mode);
    openOrCut();
  }

  String name() {
    return name;
  }

  SupplierMode mode() {
    return mode;
  }

  /** A reply reaches us when somebody is bound, however long that takes. */
  void send(PhoneReply reply) {
    outbound.send(reply, Duration.ZERO);
  }

  synchronized void become(SupplierMode next) throws IOException {
    SupplierMode before = mode;
    mode = next;
    try {
      openOrCut();
    } catch (IOException e) {
      mode = before;
      throw e;
    }
  }

  private synchronized void openOrCut() throws IOException {
    if (mode == SupplierMode.DOWN) {
      cut();
    } else if (centre == null) {
      centre = new SmsCentre(port, inbound, outbound).start();
    }
  }

  private void cut() throws IOException {
    if (centre != null) {
      centre.close();
      centre = null;
    }
  }

  @Override
  public synchronized void close() throws IOException {
    cut();
    outbound.close();
  }
}
