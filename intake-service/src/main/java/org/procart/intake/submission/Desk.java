package org.procart.intake.submission;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.problem.StoreUnavailableException;
import org.procart.chassis.security.Caller;
import org.procart.intake.advice.Advisor;
import org.procart.intake.answer.Fault;
import org.procart.intake.report.ReportHeader;
import org.procart.intake.site.AdviceLevel;
import org.procart.intake.site.Site;
import org.procart.intake.snapshot.Snapshot;
import org.procart.intake.submission.Admission.BusyException;
import org.procart.intake.submission.Delivery.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The counter between HTTP and {@link Reception}: every sender gets an answer, and advice in it.
 */
class Desk {

  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
  private static final int TOO_LARGE = 413;
  private static final int UNAVAILABLE = 503;
  private static final int TRY_AGAIN_SECONDS = 5;

  private final Reception reception;
  private final Origins origins;
  private final Admission admission;
  private final SameAtOnce same;
  private final Clock clock;
  private final MeterRegistry meters;

  Desk(
      Reception reception,
      Origins origins,
      Admission admission,
      SameAtOnce same,
      Clock clock,
      MeterRegistry meters) {
    this.reception = reception;
    this.origins = origins;
    this.admission = admission;
    this.same = same;
    this.clock = clock;
    this.meters = meters;
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  static Route route(Caller caller) {
    return caller.has("front-end") ? Route.FRONT_END : Route.DIRECT;
  }

  Answered receive(Delivery delivery, boolean limited) {
    Answered answered = tryToReceive(delivery, limited);
    meters
        .counter(
            "procart.intake.reports",
            "status",
            String.valueOf(answered.httpStatus()),
            "completeness",
            String.valueOf(answered.completeness()))
        .increment();
    LOG.atInfo()
        .addKeyValue("receipt", answered.receipt())
        .addKeyValue("status", answered.httpStatus())
        .addKeyValue("completeness", answered.completeness())
        .log("Report answered");
    return answered;
  }

  private Answered tryToReceive(Delivery delivery, boolean limited) {
    try {
      return same.answer(
          delivery, () -> admission.within(() -> reception.receive(delivery, limited)));
    } catch (BusyException e) {
      return unavailable(delivery.caller());
    } catch (RuntimeException e) {
      if (!StoreUnavailableException.causedBy(e)) {
        LOG.atError()
            .addKeyValue("exception", e.getClass().getName())
            .log("A report could not be stored; its sender is told to try again");
      }
      return unavailable(delivery.caller());
    }
  }

  Answered tooLarge(Caller caller) {
    return unstored(
        site(caller),
        TOO_LARGE,
        new Fault(
            "too-large",
            "",
            "The report is larger than is taken and was not kept. Send it in smaller parts."),
        null);
  }

  Answered refused(Caller caller, int httpStatus, Fault fault) {
    return unstored(site(caller), httpStatus, fault, null);
  }

  Answered unavailable(Caller caller) {
    return unstored(
        origins.rememberedSite(caller),
        UNAVAILABLE,
        new Fault(
            "try-again",
            "",
            "The report is not safe yet. Keep it and send it again after Retry-After."),
        TRY_AGAIN_SECONDS);
  }

  private Answered unstored(
      @Nullable Snapshot<Site> site, int httpStatus, Fault fault, @Nullable Integer retryAfter) {
    return new Answered(
        httpStatus,
        null,
        now(),
        ReportState.RECEIVED,
        null,
        null,
        List.of(fault),
        Advisor.advise(AdviceLevel.CONTACT, site, null, now()),
        retryAfter);
  }

  private @Nullable Snapshot<Site> site(Caller caller) {
    try {
      return admission.within(() -> origins.of(caller, ReportHeader.NONE, now())).site();
    } catch (RuntimeException e) { // whatever fails, the advice must not
      return origins.rememberedSite(caller);
    }
  }
}
