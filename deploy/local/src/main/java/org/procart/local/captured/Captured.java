package org.procart.local.captured;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.procart.local.http.BadRequestException;
import org.procart.local.http.LoopbackServer;
import org.procart.local.http.Reply;
import org.procart.local.http.Request;
import tools.jackson.databind.JsonNode;

/** The phones and mailboxes of this machine, and the page that shows them. */
public final class Captured implements AutoCloseable {

  /** What a client must say to bind to the short-message centre. */
  public static final String SMPP_SYSTEM_ID = SmsCentre.SYSTEM_ID;

  public static final String SMPP_PASSWORD = SmsCentre.PASSWORD;

  /** The number that replies go to when the sender of the last message is not known. */
  private static final String SHORT_NUMBER = "60777";

  /** Ports of the servers. */
  public record Listening(int http, int smtp, int smpp, int smppTwo) {}

  /** After which times slow ones tell what became of a message. */
  public record Slowness(Duration phone, Duration supplier) {}

  private final Messages messages;
  private final Phones phones;
  private final Suppliers suppliers;
  private final MailServer mail;
  private final LoopbackServer http;

  private Captured(Path directory, Listening ports, Slowness slow, Clock clock) throws IOException {
    messages = Messages.open(directory);
    phones = Phones.open(directory);
    suppliers = Suppliers.open(directory, ports, new Inbound.Shared(messages, phones, slow, clock));
    mail = new MailServer(ports.smtp(), messages, clock).start();
    String page = page();
    http =
        new LoopbackServer(ports.http())
            .route("/", request -> root(request, page))
            .route("/messages", this::list)
            .route("/sms-reply", this::reply)
            .route("/phones", this::phones)
            .route("/suppliers", this::suppliers)
            .start();
  }

  public static Captured start(Path directory, Listening ports, Slowness slow, Clock clock)
      throws IOException {
    return new Captured(directory, ports, slow, clock);
  }

  private static Reply root(Request request, String page) {
    return request.path().equals("/")
        ? Reply.html(page)
        : Reply.problem(
            404, "Here are /, /messages, /sms-reply, /phones/{number} and /suppliers/{name}.");
  }

  private Reply list(Request request) {
    return Reply.json(messages.find(request.parameter("to"), since(request)));
  }

  private static Optional<Instant> since(Request request) {
    try {
      return request.parameter("since").map(Instant::parse);
    } catch (DateTimeException e) {
      throw new BadRequestException("since is a time such as 2026-11-20T03:10:00Z.");
    }
  }

  private Reply reply(Request request) {
    JsonNode body = request.json();
    String from = required(body, "from");
    String text = required(body, "text");
    Optional<ReceivedMessage> last = last(from);
    String to = last.map(ReceivedMessage::from).orElse(SHORT_NUMBER);
    supplier(last).send(new PhoneReply(from, to, text));
    return Reply.json(202, Map.of("from", from, "state", "sent"));
  }

  /** A person answers to the number that the last message came from, by whom it came. */
  private Optional<ReceivedMessage> last(String phone) {
    return messages.find(Optional.of(phone), Optional.empty()).stream()
        .filter(message -> message.channel().equals(ReceivedMessage.SMS))
        .reduce((_, later) -> later);
  }

  private SmsSupplier supplier(Optional<ReceivedMessage> last) {
    return last.flatMap(message -> Optional.ofNullable(message.supplier()))
        .flatMap(suppliers::named)
        .or(() -> suppliers.named(Suppliers.FIRST))
        .orElseThrow();
  }

  private Reply suppliers(Request request) throws IOException {
    String name = request.path().replaceFirst("^/suppliers/?", "");
    if (name.isEmpty()) {
      return Reply.json(suppliers.modes());
    }
    Optional<SmsSupplier> found = suppliers.named(name);
    if (found.isEmpty()) {
      return Reply.problem(404, "The suppliers are one and two.");
    }
    if (request.method().equals("POST")) {
      suppliers.set(found.get(), supplierMode(request));
    }
    return Reply.json(Map.of("name", name, "mode", found.get().mode().label()));
  }

  private static SupplierMode supplierMode(Request request) {
    return SupplierMode.named(required(request.json(), "mode"))
        .orElseThrow(() -> new BadRequestException("mode is up, down, refuse or slow."));
  }

  private Reply phones(Request request) throws IOException {
    String number = request.path().replaceFirst("^/phones/?", "");
    if (number.isEmpty()) {
      return Reply.json(
          phones.all().entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, mode -> mode.getValue().label())));
    }
    if (request.method().equals("POST")) {
      phones.set(number, mode(request));
    }
    return Reply.json(Map.of("number", number, "mode", phones.mode(number).label()));
  }

  private static PhoneMode mode(Request request) {
    return PhoneMode.named(required(request.json(), "mode"))
        .orElseThrow(
            () -> new BadRequestException("mode is deliver, undeliverable, silent or slow."));
  }

  private static String required(JsonNode body, String field) {
    String value = body.path(field).asString("");
    if (value.isBlank()) {
      throw new BadRequestException("The field " + field + " is needed.");
    }
    return value;
  }

  private static String page() {
    try (InputStream in = Captured.class.getResourceAsStream("captured.html")) {
      if (in == null) {
        throw new IllegalStateException("captured.html is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    http.close();
    suppliers.close();
    mail.close();
    messages.close();
  }
}
