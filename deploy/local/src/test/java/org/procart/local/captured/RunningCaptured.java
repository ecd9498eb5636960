package org.procart.local.captured;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.procart.local.part.Port;
import org.procart.local.part.Ports;
import org.procart.local.process.Http;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Phones and mailboxes on free ports, and a client of theirs. */
abstract class RunningCaptured {

  static final String PHONE = "+447700900101";
  static final String OURS = "60777";
  static final Duration SLOW = Duration.ofSeconds(2);
  static final Duration SLOW_SUPPLIER = Duration.ofSeconds(3);

  @TempDir Path directory;
  final Ports ports = Ports.free();
  final Http http = new Http();
  final BlockingQueue<DeliverSm> delivered = new LinkedBlockingQueue<>();
  Captured captured;

  @BeforeEach
  void start() throws IOException {
    captured = launch();
  }

  @AfterEach
  void stop() throws IOException {
    captured.close();
  }

  Captured launch() throws IOException {
    return Captured.start(
        directory,
        new Captured.Listening(
            ports.of(Port.CAPTURED),
            ports.of(Port.SMTP),
            ports.of(Port.SMPP),
            ports.of(Port.SMPP_TWO)),
        new Captured.Slowness(SLOW, SLOW_SUPPLIER),
        Clock.systemUTC());
  }

  SMPPSession bind(String password) throws IOException {
    return bind(Port.SMPP, password);
  }

  SMPPSession bind(Port port, String password) throws IOException {
    SMPPSession session = new SMPPSession();
    session.setMessageReceiverListener(new Listener(delivered));
    session.connectAndBind(
        "127.0.0.1",
        ports.of(port),
        new BindParameter(
            BindType.BIND_TRX,
            "procart",
            password,
            "",
            TypeOfNumber.UNKNOWN,
            NumberingPlanIndicator.UNKNOWN,
            null));
    return session;
  }

  static String submit(SMPPSession session, byte[] text, ESMClass type) throws Exception {
    return submit(session, text, type, Alphabet.ALPHA_DEFAULT);
  }

  static String submit(SMPPSession session, byte[] text, ESMClass type, Alphabet alphabet)
      throws Exception {
    return session
        .submitShortMessage(
            "",
            TypeOfNumber.UNKNOWN,
            NumberingPlanIndicator.UNKNOWN,
            OURS,
            TypeOfNumber.INTERNATIONAL,
            NumberingPlanIndicator.ISDN,
            PHONE.substring(1),
            type,
            (byte) 0,
            (byte) 0,
            null,
            null,
            new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
            (byte) 0,
            new GeneralDataCoding(alphabet),
            (byte) 0,
            text)
        .getMessageId();
  }

  String receipt() throws InterruptedException {
    DeliverSm receipt = delivered.poll(10, TimeUnit.SECONDS);
    assertThat(receipt).isNotNull();
    assertThat(receipt.isSmscDeliveryReceipt()).isTrue();
    return new String(receipt.getShortMessage(), StandardCharsets.US_ASCII);
  }

  Http.Answer supplier(String name, String mode) throws IOException {
    return post("/suppliers/" + name, Map.of("mode", mode));
  }

  void mode(String mode) throws IOException {
    assertThat(post("/phones/" + PHONE, Map.of("mode", mode)).ok()).isTrue();
  }

  Http.Answer post(String path, Map<String, String> body) throws IOException {
    return http.send(
        "POST",
        ports.http(Port.CAPTURED) + path,
        JsonMapper.shared().writeValueAsString(body),
        Map.of());
  }

  List<JsonNode> messages(String query) throws IOException {
    return get("/messages" + query).valueStream().toList();
  }

  JsonNode get(String path) throws IOException {
    return JsonMapper.shared()
        .readTree(http.get(ports.http(Port.CAPTURED) + path, Map.of()).body());
  }

  static byte[] join(byte[] one, byte[] other) {
    byte[] both = new byte[one.length + other.length];
    System.arraycopy(one, 0, both, 0, one.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  record Listener(BlockingQueue<DeliverSm> delivered) implements MessageReceiverListener {

    @Override
    public void onAcceptDeliverSm(DeliverSm message) {
      delivered.add(message);
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification notification) {}

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) {
      throw new UnsupportedOperationException("not sent here");
    }
  }
}
