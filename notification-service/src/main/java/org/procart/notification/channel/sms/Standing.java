package org.procart.notification.channel.sms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.procart.notification.channel.sms.SmsSettings.Demotion;

/**
 * How a supplier's last messages went, and whether others go first for it.
 *
 * @param messages the oldest first
 * @param demotedUntil null: not demoted
 */
record Standing(String supplier, List<Sample> messages, @Nullable Instant demotedUntil) {

  /** Keeps the document small. */
  static final int MOST = 200;

  private static final Duration OLDEST = Duration.ofDays(1);

  /** Fewer numbers may be phones that are off. */
  private static final int NUMBERS = 2;

  /** So many phones at once are rarely off; more than half of them never. */
  private static final int PHONES = 4;

  /**
   * @param number stands for the phone number, and does not tell it
   * @param heardAt when its fate was told; null: not yet
   */
  record Sample(String id, String number, Instant at, Verdict verdict, @Nullable Instant heardAt) {

    boolean known(Instant now, Duration slow) {
      return !knownAt(slow).isAfter(now);
    }

    /** A message without a word counts as slow when it is. */
    Instant knownAt(Duration slow) {
      return heardAt == null ? at.plus(slow) : heardAt;
    }

    boolean good() {
      return verdict == Verdict.DELIVERED;
    }

    boolean phoneFault() {
      return verdict == Verdict.PHONE_FAULT;
    }

    boolean supplierFault() {
      return !good() && !phoneFault();
    }
  }

  Standing {
    messages = List.copyOf(messages);
  }

  static Standing fresh(String supplier) {
    return new Standing(supplier, List.of(), null);
  }

  boolean demoted() {
    return demotedUntil != null;
  }

  Standing sent(Sample message) {
    List<Sample> all = new ArrayList<>(messages);
    all.add(message);
    return with(all.subList(Math.max(0, all.size() - MOST), all.size()));
  }

  boolean awaits(String id) {
    return messages.stream()
        .anyMatch(each -> each.heardAt() == null && MessageIds.holds(each.id(), id));
  }

  /** The first word counts; more of them change nothing. */
  Standing heard(String id, Verdict verdict, Instant now, Duration slow) {
    return with(
        messages.stream()
            .map(
                each ->
                    each.heardAt() == null && MessageIds.holds(each.id(), id)
                        ? heard(each, verdict, now, slow)
                        : each)
            .toList());
  }

  private static Sample heard(Sample message, Verdict verdict, Instant now, Duration slow) {
    boolean late = verdict == Verdict.DELIVERED && now.isAfter(message.at().plus(slow));
    return new Sample(
        message.id(), message.number(), message.at(), late ? Verdict.LATE : verdict, now);
  }

  /** Demotes and lets return; who returns is counted afresh. */
  Standing judged(Instant now, Demotion terms) {
    if (demotedUntil != null) {
      return now.isBefore(demotedUntil) ? this : fresh(supplier);
    }
    return bad(recent(now, terms), terms)
        ? new Standing(supplier, messages, now.plus(terms.lasts()))
        : this;
  }

  private List<Sample> recent(Instant now, Demotion terms) {
    List<Sample> known =
        messages.stream()
            .filter(each -> each.known(now, terms.slow()))
            .filter(each -> each.knownAt(terms.slow()).isAfter(now.minus(OLDEST)))
            .sorted(Comparator.comparing(each -> each.knownAt(terms.slow())))
            .toList();
    long within =
        known.stream()
            .filter(each -> each.knownAt(terms.slow()).isAfter(now.minus(terms.within())))
            .count();
    int wanted = (int) Math.max(within, terms.atLeast());
    return known.subList(Math.max(0, known.size() - wanted), known.size());
  }

  private static boolean bad(List<Sample> recent, Demotion terms) {
    if (recent.size() < terms.judged()) {
      return false;
    }
    Tally supplier = Tally.of(recent, Sample::supplierFault);
    Tally phones = Tally.of(recent, Sample::phoneFault);
    return (supplier.numbers() >= NUMBERS && supplier.share() >= terms.share())
        || (phones.numbers() >= PHONES && phones.share() > 0.5);
  }

  /** Bad messages; a phone that got nothing at all counts once, for it may just be off. */
  private record Tally(int numbers, double share) {

    static Tally of(List<Sample> recent, java.util.function.Predicate<Sample> bad) {
      List<Sample> good = recent.stream().filter(Sample::good).toList();
      Set<String> reached = new HashSet<>(good.stream().map(Sample::number).toList());
      List<String> failed = recent.stream().filter(bad).map(Sample::number).toList();
      Set<String> numbers = new HashSet<>(failed);
      long counted =
          failed.stream().filter(reached::contains).count()
              + numbers.stream().filter(number -> !reached.contains(number)).count();
      long all = good.size() + counted;
      return new Tally(numbers.size(), all == 0 ? 0 : (double) counted / all);
    }
  }

  private Standing with(List<Sample> changed) {
    return new Standing(supplier, changed, demotedUntil);
  }
}
