package org.procart.notification.channel.sms;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The suppliers that are set, in order of preference. */
@Component
class SmsSuppliers implements SmartLifecycle {

  private final List<Route> routes = new ArrayList<>();
  private final List<SmppLink> links = new ArrayList<>();
  private volatile boolean running;

  /**
   * A supplier and how much it takes.
   *
   * @param callbacks how it tells us of receipts and replies by HTTP; empty: it does not
   */
  record Route(SmsSupplier supplier, RateLimit limit, Optional<Callbacks> callbacks) {}

  SmsSuppliers(
      SmsSettings settings,
      SmppSettings only,
      CallbackAddress address,
      Incoming incoming,
      ReplyParts parts,
      SmsMetrics metrics,
      Standings standings,
      Clock clock) {
    List<SupplierSettings> all =
        settings.suppliers().isEmpty() ? List.of(SupplierSettings.of(only)) : settings.suppliers();
    for (SupplierSettings each : all) {
      RateLimit limit =
          new RateLimit(each.perSecond(), each.perMinute(), settings.redShare(), clock);
      routes.add(
          switch (Objects.requireNonNull(each.kind())) {
            case SMPP -> new Route(smpp(each, incoming, parts), limit, Optional.empty());
            case TWILIO ->
                new Route(
                    new TwilioSupplier(each, address, clock),
                    limit,
                    Optional.of(new TwilioCallbacks(each)));
            case NOTIFY ->
                new Route(
                    new NotifySupplier(each, clock),
                    limit,
                    Optional.of(new NotifyCallbacks(each, settings.callbackWindow(), clock)));
          });
      metrics.begin(each.name(), () -> standings.demoted(each.name()));
    }
  }

  private SmsSupplier smpp(SupplierSettings settings, Incoming incoming, ReplyParts parts) {
    SmppLink link = new SmppLink(settings, new SmppReceiver(settings.name(), incoming, parts));
    links.add(link);
    return new SmppSupplier(link, settings);
  }

  List<Route> routes() {
    return List.copyOf(routes);
  }

  List<String> names() {
    return routes.stream().map(route -> route.supplier().name()).toList();
  }

  @Override
  public void start() {
    running = true;
    links.forEach(SmppLink::start);
  }

  @Override
  public void stop() {
    running = false;
    links.forEach(SmppLink::stop);
  }

  /** Before the listeners that make pages, and gone after them. */
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
