package org.procart.notification.channel;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** All channels, each call cut at ten seconds: a hanging supplier must not hold a page. */
@Component
public class Channels implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Channels.class);
  static final Duration CUT = Duration.ofSeconds(10);

  private final Map<ChannelKind, MessageChannel> channels = new EnumMap<>(ChannelKind.class);
  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

  public Channels(List<MessageChannel> all) {
    all.forEach(channel -> channels.put(channel.kind(), channel));
  }

  /** How many suppliers a channel can choose from; 0: there is no such channel. */
  public int suppliers(ChannelKind kind) {
    MessageChannel channel = channels.get(kind);
    return channel == null ? 0 : channel.suppliers();
  }

  public Delivery send(ChannelKind kind, Message message) {
    MessageChannel channel = channels.get(kind);
    if (channel == null) {
      return new Delivery.Rejected("NO_SUCH_CHANNEL");
    }
    Future<Delivery> call = calls.submit(() -> channel.send(message));
    try {
      return call.get(CUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      call.cancel(true);
      return new Delivery.Unclear("NO_ANSWER");
    } catch (ExecutionException e) {
      LOG.atWarn()
          .addKeyValue("channel", kind.code())
          .addKeyValue("fault", faultName(e))
          .log("channel failed");
      return new Delivery.Unclear("CHANNEL_FAULT");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Delivery.Unclear("STOPPING");
    }
  }

  // A fault's text may hold an address; its name does not.
  private static String faultName(ExecutionException e) {
    Throwable cause = e.getCause();
    return (cause == null ? e : cause).getClass().getName();
  }

  @Override
  public void close() {
    calls.shutdownNow();
  }
}
