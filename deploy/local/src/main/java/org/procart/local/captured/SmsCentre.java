package org.procart.local.captured;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A short-message centre on loopback (SMPP 3.4) for the phones of this machine. */
final class SmsCentre implements AutoCloseable {

  static final String SYSTEM_ID = "procart";
  static final String PASSWORD = "local-1";

  private static final Logger LOG = LoggerFactory.getLogger(SmsCentre.class);
  private static final int BIND_PATIENCE_MILLIS = 5_000;
  private static final int BACKLOG = 50;
  private static final Duration END_PATIENCE = Duration.ofSeconds(5);

  private final SMPPServerSessionListener listener;
  private final Outbound outbound;
  private final Inbound inbound;
  private final Thread accepting =
      Thread.ofPlatform().name("smpp-accept").unstarted(this::acceptAll);
  private volatile boolean open = true;

  SmsCentre(int port, Inbound inbound, Outbound outbound) throws IOException {
    this.inbound = inbound;
    this.outbound = outbound;
    listener = new SMPPServerSessionListener(port, new Loopback());
    listener.setPduProcessorDegree(4);
  }

  SmsCentre start() {
    accepting.start();
    return this;
  }

  private void acceptAll() {
    while (open) {
      try {
        SMPPServerSession session = listener.accept();
        Thread.ofVirtual().start(() -> bind(session));
      } catch (IOException e) {
        if (open) {
          LOG.atWarn().addKeyValue("error", e.getClass().getSimpleName()).log("accept failed");
        }
      }
    }
  }

  private void bind(SMPPServerSession session) {
    try {
      BindRequest request = session.waitForBind(BIND_PATIENCE_MILLIS);
      if (!knows(request)) {
        request.reject(SMPPConstant.STAT_ESME_RINVPASWD);
        return;
      }
      session.setMessageReceiverListener(inbound);
      session.addSessionStateListener(
          (state, _, _) -> {
            if (state == SessionState.CLOSED || state == SessionState.UNBOUND) {
              outbound.unbound(session);
            }
          });
      request.accept(SYSTEM_ID);
      outbound.bound(session);
      if (!open) {
        outbound.cut();
      }
      LOG.atInfo().addKeyValue("session", session.getSessionId()).log("client bound");
    } catch (IOException | TimeoutException | PDUStringException | IllegalStateException e) {
      LOG.atInfo().addKeyValue("error", e.getClass().getSimpleName()).log("client did not bind");
    }
  }

  private static boolean knows(BindRequest request) {
    return SYSTEM_ID.equals(request.getSystemId()) && PASSWORD.equals(request.getPassword());
  }

  @Override
  public void close() throws IOException {
    open = false;
    listener.close();
    outbound.cut();
    awaitFreePort();
  }

  /** The port is taken for as long as a thread still waits in it. */
  private void awaitFreePort() {
    try {
      var _ = accepting.join(END_PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The library listens on every address by itself. */
  private static final class Loopback implements ServerConnectionFactory {

    @Override
    public ServerConnection listen(int port) throws IOException {
      return listen(port, 0, BACKLOG);
    }

    @Override
    public ServerConnection listen(int port, int timeout) throws IOException {
      return listen(port, timeout, BACKLOG);
    }

    @Override
    public ServerConnection listen(int port, int timeout, int backlog) throws IOException {
      ServerSocket socket = new ServerSocket(port, backlog, InetAddress.ofLiteral("127.0.0.1"));
      socket.setSoTimeout(timeout);
      return new ServerSocketConnection(socket);
    }
  }
}
