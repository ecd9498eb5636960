package org.procart.local.captured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
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
import org.jsmpp.SMPPConstant;
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
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.procart.local.part.Port;
import org.procart.local.part.Ports;
import org.procart.local.process.Http;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CapturedIT {

  private static final String PHONE = "+447700900101";
  private static final String OURS = "60777";
  private static final Duration SLOW = Duration.ofSeconds(2);
  private static final Duration SLOW_SUPPLIER = Duration.ofSeconds(3);

  @TempDir private Path directory;
  private final Ports ports = Ports.free();
  private final Http http = new Http();
  private final BlockingQueue<DeliverSm> delivered = new LinkedBlockingQueue<>();
  private Captured captured;

  @BeforeEach
  void start() throws IOException {
    captured = launch();
  }

  @AfterEach
  void stop() throws IOException {
    captured.close();
  }

  @Test
  void aShortMessageIsOnThePhoneBeforeItsSenderIsAnsweredAndAReceiptFollows() throws Exception {
    // Given
    SMPPSession session = bind("local-1");

    // When
    String id = submit(session, GsmAlphabet.encode("PRO-CART RED_1 @ {x}"), new ESMClass());

    // Then
    JsonNode message = messages("?to=%2B447700900101").get(0);
    assertThat(message.path("text").asString()).isEqualTo("PRO-CART RED_1 @ {x}");
    assertThat(message.path("to").asString()).isEqualTo(PHONE);
    assertThat(message.path("from").asString()).isEqualTo(OURS);
    assertThat(message.path("providerId").asString()).isEqualTo(id);
    assertThat(receipt()).contains("id:" + id, "stat:DELIVRD");
    session.unbindAndClose();
  }

  @Test
  void phonesBehaveAsTheyWereSet() throws Exception {
    // Given
    SMPPSession session = bind("local-1");

    // When
    mode("undeliverable");
    String lost = submit(session, GsmAlphabet.encode("one"), new ESMClass());
    String lostReceipt = receipt();
    mode("silent");
    submit(session, GsmAlphabet.encode("two"), new ESMClass());
    DeliverSm silence = delivered.poll(SLOW.toMillis() / 2, TimeUnit.MILLISECONDS);
    mode("slow");
    long begun = System.nanoTime();
    submit(session, GsmAlphabet.encode("three"), new ESMClass());
    String lateReceipt = receipt();

    // Then
    assertThat(lostReceipt).contains("id:" + lost, "stat:UNDELIV");
    assertThat(silence).isNull();
    assertThat(lateReceipt).contains("stat:DELIVRD");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(SLOW);
    assertThat(messages("").stream().map(one -> one.path("text").asString()))
        .containsExactly("two", "three");
    session.unbindAndClose();
  }

  @Test
  void aReplyWaitsUntilSomebodyIsBoundAndGoesToTheNumberThatWrote() throws Exception {
    // Given
    SMPPSession first = bind("local-1");
    submit(first, GsmAlphabet.encode("PRO-CART"), new ESMClass());
    assertThat(receipt()).contains("DELIVRD");
    first.unbindAndClose();

    // When
    Http.Answer answer = post("/sms-reply", Map.of("from", PHONE, "text", "ack 7K3P €"));
    SMPPSession second = bind("local-1");

    // Then
    assertThat(answer.status()).isEqualTo(202);
    DeliverSm reply = delivered.poll(10, TimeUnit.SECONDS);
    assertThat(reply).isNotNull();
    assertThat(reply.getSourceAddr()).isEqualTo(PHONE);
    assertThat(reply.getDestAddress()).isEqualTo(OURS);
    assertThat(GsmAlphabet.decode(reply.getShortMessage())).isEqualTo("ack 7K3P €");
    second.unbindAndClose();
  }

  @Test
  void longMessagesArePutTogetherAndOtherAlphabetsRead() throws Exception {
    // Given
    SMPPSession session = bind("local-1");
    byte[] first = join(new byte[] {5, 0, 3, 9, 2, 1}, GsmAlphabet.encode("first "));
    byte[] second = join(new byte[] {5, 0, 3, 9, 2, 2}, GsmAlphabet.encode("second"));
    ESMClass withHeader = new ESMClass(0x40);

    // When
    submit(session, second, withHeader);
    submit(session, first, withHeader);
    submit(
        session, "Ærø 漢".getBytes(StandardCharsets.UTF_16BE), new ESMClass(), Alphabet.ALPHA_UCS2);

    // Then
    assertThat(messages("").stream().map(one -> one.path("text").asString()))
        .containsExactly("first second", "Ærø 漢");
    session.unbindAndClose();
  }

  @Test
  void aWrongPasswordIsRefused() {
    assertThatThrownBy(() -> bind("guess")).isInstanceOf(IOException.class);
  }

  @Test
  void mailsAreKeptAndEverythingIsStillThereAfterARestart() throws Exception {
    // Given
    ServerSetup smtp = new ServerSetup(ports.of(Port.SMTP), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    GreenMailUtil.sendTextEmail(
        "Nurse-A1@site-a.example", "pro-cart@localhost", "PRO-CART RED", "see the link", smtp);
    mode("silent");

    // When
    captured.close();
    captured = launch();

    // Then
    List<JsonNode> mails = messages("?to=nurse-a1@site-a.example");
    assertThat(mails).hasSize(1);
    assertThat(mails.getFirst().path("subject").asString()).isEqualTo("PRO-CART RED");
    assertThat(mails.getFirst().path("text").asString()).contains("see the link");
    assertThat(messages("?since=2100-01-01T00:00:00Z")).isEmpty();
    assertThat(get("/phones/" + PHONE).path("mode").asString()).isEqualTo("silent");
  }

  @Test
  void eachMessageShowsItsSupplierAndTheReplyGoesBackTheSameWay() throws Exception {
    // Given
    SMPPSession one = bind(Port.SMPP, "local-1");
    SMPPSession two = bind(Port.SMPP_TWO, "local-1");
    BlockingQueue<DeliverSm> byTwo = new LinkedBlockingQueue<>();
    two.setMessageReceiverListener(new Listener(byTwo));

    // When
    submit(one, GsmAlphabet.encode("first"), new ESMClass());
    submit(two, GsmAlphabet.encode("second"), new ESMClass());
    assertThat(post("/sms-reply", Map.of("from", PHONE, "text", "ACK")).status()).isEqualTo(202);

    // Then
    assertThat(messages("").stream().map(message -> message.path("supplier").asString()))
        .containsExactly("one", "two");
    assertThat(receipt()).contains("DELIVRD");
    List<Boolean> kinds =
        List.of(
            byTwo.poll(10, TimeUnit.SECONDS).isSmscDeliveryReceipt(),
            byTwo.poll(10, TimeUnit.SECONDS).isSmscDeliveryReceipt());
    assertThat(kinds).containsExactlyInAnyOrder(true, false);
    assertThat(delivered).isEmpty();
    one.unbindAndClose();
    two.unbindAndClose();
  }

  @Test
  void aSupplierThatIsDownCutsItsClientsAndComesBackAndTheOtherWorksOn() throws Exception {
    // Given
    SMPPSession one = bind(Port.SMPP, "local-1");
    SMPPSession two = bind(Port.SMPP_TWO, "local-1");

    // When
    assertThat(supplier("one", "down").ok()).isTrue();

    // Then
    await().until(() -> !one.getSessionState().isBound());
    assertThatThrownBy(() -> bind(Port.SMPP, "local-1")).isInstanceOf(IOException.class);
    submit(two, GsmAlphabet.encode("by the other"), new ESMClass());
    assertThat(receipt()).contains("DELIVRD");

    // When
    captured.close();
    captured = launch();

    // Then
    assertThat(get("/suppliers").path("one").asString()).isEqualTo("down");
    assertThatThrownBy(() -> bind(Port.SMPP, "local-1")).isInstanceOf(IOException.class);
    assertThat(supplier("one", "up").ok()).isTrue();
    bind(Port.SMPP, "local-1").unbindAndClose();
  }

  @Test
  void aSupplierRefusesOrIsSlowAsItIsTold() throws Exception {
    // Given
    SMPPSession session = bind("local-1");

    // When
    supplier("one", "refuse");

    // Then
    assertThatThrownBy(() -> submit(session, GsmAlphabet.encode("no"), new ESMClass()))
        .isInstanceOfSatisfying(
            NegativeResponseException.class,
            refusal ->
                assertThat(refusal.getCommandStatus())
                    .isEqualTo(SMPPConstant.STAT_ESME_RTHROTTLED));
    assertThat(messages("")).isEmpty();

    // When
    supplier("one", "slow");
    long begun = System.nanoTime();
    submit(session, GsmAlphabet.encode("late"), new ESMClass());

    // Then
    assertThat(receipt()).contains("DELIVRD");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(SLOW_SUPPLIER);
    session.unbindAndClose();
  }

  @Test
  void aWrongModeOrSupplierIsSaid() throws Exception {
    assertThat(supplier("one", "sleepy").status()).isEqualTo(400);
    assertThat(supplier("three", "up").status()).isEqualTo(404);
    assertThat(get("/suppliers").path("one").asString()).isEqualTo("up");
  }

  private Captured launch() throws IOException {
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

  private SMPPSession bind(String password) throws IOException {
    return bind(Port.SMPP, password);
  }

  private SMPPSession bind(Port port, String password) throws IOException {
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

  private static String submit(SMPPSession session, byte[] text, ESMClass type) throws Exception {
    return submit(session, text, type, Alphabet.ALPHA_DEFAULT);
  }

  private static String submit(SMPPSession session, byte[] text, ESMClass type, Alphabet alphabet)
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

  private String receipt() throws InterruptedException {
    DeliverSm receipt = delivered.poll(10, TimeUnit.SECONDS);
    assertThat(receipt).isNotNull();
    assertThat(receipt.isSmscDeliveryReceipt()).isTrue();
    return new String(receipt.getShortMessage(), StandardCharsets.US_ASCII);
  }

  private Http.Answer supplier(String name, String mode) throws IOException {
    return post("/suppliers/" + name, Map.of("mode", mode));
  }

  private void mode(String mode) throws IOException {
    assertThat(post("/phones/" + PHONE, Map.of("mode", mode)).ok()).isTrue();
  }

  private Http.Answer post(String path, Map<String, String> body) throws IOException {
    return http.send(
        "POST",
        ports.http(Port.CAPTURED) + path,
        JsonMapper.shared().writeValueAsString(body),
        Map.of());
  }

  private List<JsonNode> messages(String query) throws IOException {
    return get("/messages" + query).valueStream().toList();
  }

  private JsonNode get(String path) throws IOException {
    return JsonMapper.shared()
        .readTree(http.get(ports.http(Port.CAPTURED) + path, Map.of()).body());
  }

  private static byte[] join(byte[] one, byte[] other) {
    byte[] both = new byte[one.length + other.length];
    System.arraycopy(one, 0, both, 0, one.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private record Listener(BlockingQueue<DeliverSm> delivered) implements MessageReceiverListener {

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
