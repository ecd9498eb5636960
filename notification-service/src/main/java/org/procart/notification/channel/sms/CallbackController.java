package org.procart.notification.channel.sms;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.procart.chassis.problem.ProblemException;
import org.procart.notification.channel.sms.Callbacks.Call;
import org.procart.notification.channel.sms.Callbacks.Content;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where suppliers tell by HTTP what became of a message and what people answer. */
@RestController
class CallbackController {

  private static final Logger LOG = LoggerFactory.getLogger(CallbackController.class);
  private static final int LARGEST = 64 * 1024;

  private final SmsSuppliers suppliers;
  private final Incoming incoming;
  private final UnreadableReplies unreadable;
  private final CallbackAddress address;
  private final SmsMetrics metrics;

  CallbackController(
      SmsSuppliers suppliers,
      Incoming incoming,
      UnreadableReplies unreadable,
      CallbackAddress address,
      SmsMetrics metrics) {
    this.suppliers = suppliers;
    this.incoming = incoming;
    this.unreadable = unreadable;
    this.address = address;
    this.metrics = metrics;
  }

  @PostMapping("/suppliers/{name}/receipts")
  ResponseEntity<Void> receipts(@PathVariable String name, HttpServletRequest request)
      throws IOException {
    Callbacks callbacks = callbacks(name);
    Call call = call(address.receipts(name), request);
    check(name, callbacks, call);
    return answer(name, callbacks.receipt(call));
  }

  @PostMapping("/suppliers/{name}/replies")
  ResponseEntity<Void> replies(@PathVariable String name, HttpServletRequest request)
      throws IOException {
    Callbacks callbacks = callbacks(name);
    Call call = call(address.replies(name), request);
    check(name, callbacks, call);
    Content content = callbacks.reply(call);
    if (content instanceof Content.Unreadable) {
      store(name, () -> unreadable.keep(name, call.body()));
    }
    return answer(name, content);
  }

  private ResponseEntity<Void> answer(String name, Content content) {
    switch (content) {
      case Content.Receipt(String id, Fate fate) ->
          store(name, () -> incoming.receipt(name, id, fate));
      case Content.Reply(String id, String from, String text) ->
          store(name, () -> incoming.reply(name, id, from, text));
      case Content.OnTheWay() -> {}
      case Content.Unreadable() ->
          throw refused(
              name,
              SmsMetrics.Callback.MALFORMED,
              HttpStatus.BAD_REQUEST,
              "callback-unreadable",
              "A field that is needed is not there, or is not what it should be.");
      case Content.TooOld() ->
          throw refused(
              name,
              SmsMetrics.Callback.TOO_OLD,
              HttpStatus.UNPROCESSABLE_CONTENT,
              "callback-too-old",
              "It tells of something so long ago that it changes nothing any more.");
    }
    metrics.callback(name, SmsMetrics.Callback.TAKEN);
    return ResponseEntity.noContent().build();
  }

  private Callbacks callbacks(String name) {
    return suppliers.routes().stream()
        .filter(route -> route.supplier().name().equals(name))
        .flatMap(route -> route.callbacks().stream())
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("supplier"));
  }

  private static Call call(String url, HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      throw new ProblemException(
          HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "Send at most 64 KiB.");
    }
    String query = request.getQueryString();
    return new Call(
        query == null ? url : url + "?" + query,
        request.getHeader("Authorization"),
        request.getHeader("X-Twilio-Signature"),
        body);
  }

  private void check(String name, Callbacks callbacks, Call call) {
    if (!callbacks.genuine(call)) {
      throw refused(
          name,
          SmsMetrics.Callback.FORGED,
          HttpStatus.FORBIDDEN,
          "callback-not-genuine",
          "The signature or token is not the one of this supplier.");
    }
  }

  private ProblemException refused(
      String name, SmsMetrics.Callback outcome, HttpStatus status, String code, String detail) {
    metrics.callback(name, outcome);
    LOG.atWarn()
        .addKeyValue("supplier", name)
        .addKeyValue("code", code)
        .log("A callback was refused");
    return new ProblemException(status, code, detail);
  }

  /** Whoever cannot store says so, and the supplier brings it again. */
  private static void store(String name, Runnable what) {
    try {
      what.run();
    } catch (RuntimeException e) {
      LOG.atWarn()
          .addKeyValue("supplier", name)
          .addKeyValue("fault", e.getClass().getName())
          .log("What the SMS supplier brought could not be stored; it will bring it again");
      throw new ProblemException(
          HttpStatus.SERVICE_UNAVAILABLE, "try-again", "It could not be stored; send it again.");
    }
  }
}
