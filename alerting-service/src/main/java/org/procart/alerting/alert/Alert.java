package org.procart.alerting.alert;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.rule.Level;

/**
 * An alert episode. Each state's methods are the only legal moves, so that an illegal one does not
 * compile.
 */
public sealed interface Alert permits Alert.Live, Alert.Closed {

  Episode episode();

  /** A rule rings and nothing of it is open. */
  static Change raise(Ring ring, Instant now) {
    Episode episode = Episode.begin(ring, now);
    String detail = episode.notPaged().map(Hush::name).orElse(null);
    TimelineEntry entry =
        new TimelineEntry(now, ChangeKind.RAISED, 1, null, detail, ring.receipt());
    return new Change(new Open(episode.told(entry, ring.causeId())), entry);
  }

  /** An alert that is not closed. */
  sealed interface Live extends Alert permits Open, Acknowledged {

    /** The same alert in the same state with another episode. */
    Live keeping(Episode next);

    /** The rule rings again: worse sounds, the same or calmer is noted quietly. */
    default Change hear(Ring ring, Instant now) {
      return episode()
          .paging()
          .soundedBy(ring, now)
          .map(paging -> sound(paging, ring, now))
          .orElseGet(() -> repeat(ring, now));
    }

    /** A person takes it. Only the current sounding is stopped by it. */
    default Change acknowledge(Acknowledgement taken, Instant now) {
      boolean current = taken.sounding() >= episode().sounding().number();
      String detail = current ? taken.route() : taken.route() + " OLDER_SOUNDING";
      TimelineEntry entry = entry(now, ChangeKind.ACKNOWLEDGED, taken.by(), detail, null);
      Episode next = episode().with(episode().response().with(taken)).told(entry, taken.id());
      return new Change(current ? new Acknowledged(next) : keeping(next), entry);
    }

    default Change act(Action action, String causeId, Instant now) {
      TimelineEntry entry =
          entry(now, ChangeKind.ACTION_RECORDED, action.by(), action.code(), null);
      Episode next = episode().with(episode().response().with(action)).told(entry, causeId);
      return new Change(keeping(next), entry);
    }

    /** What rang was corrected: the alert stays, its story says that the picture changed. */
    default Change correct(Correction correction, Instant now) {
      TimelineEntry entry =
          entry(now, ChangeKind.CORRECTED, null, correction.reason().name(), correction.receipt());
      return new Change(keeping(episode().told(entry, correction.causeId())), entry);
    }

    private Change sound(Paging paging, Ring ring, Instant now) {
      Episode next = episode().with(episode().heard().with(ring, false)).with(paging);
      Sounding sounding = paging.sounding();
      TimelineEntry entry =
          new TimelineEntry(now, sounding.reason(), sounding.number(), null, null, ring.receipt());
      return new Change(new Open(next.told(entry, ring.causeId())), entry);
    }

    private Change repeat(Ring ring, Instant now) {
      Hush hush = ring.pagingPicture().isPresent() ? Hush.SAME_OR_CALMER : Hush.of(ring.evidence());
      TimelineEntry entry = entry(now, ChangeKind.REPEATED, null, hush.name(), ring.receipt());
      Episode next = episode().with(episode().heard().with(ring, true));
      return new Change(keeping(next.told(entry, ring.causeId())), entry);
    }

    private TimelineEntry entry(
        Instant now,
        ChangeKind kind,
        @Nullable String by,
        @Nullable String detail,
        @Nullable String receipt) {
      return new TimelineEntry(now, kind, episode().sounding().number(), by, detail, receipt);
    }
  }

  /** Waits for a person. */
  record Open(Episode episode) implements Live {

    @Override
    public Open keeping(Episode next) {
      return new Open(next);
    }

    /** Nobody seems to be paging: a new sounding starts the paging again. */
    public Change rearm(Instant now) {
      Paging again = episode.paging().again(now, ChangeKind.RE_ARMED);
      TimelineEntry entry =
          new TimelineEntry(now, ChangeKind.RE_ARMED, again.sounding().number(), null, null, null);
      String causeId = "re-armed " + again.sounding().number();
      return new Change(new Open(episode.with(again).told(entry, causeId)), entry);
    }
  }

  /** A person has it. */
  record Acknowledged(Episode episode) implements Live {

    @Override
    public Acknowledged keeping(Episode next) {
      return new Acknowledged(next);
    }

    /** A hush ends by itself: long after it sounded, even the same sounds again. */
    @Override
    public Change hear(Ring ring, Instant now) {
      Change change = Live.super.hear(ring, now);
      boolean again =
          change.kind() == ChangeKind.REPEATED
              && ring.breaksTheQuietSince(episode.sounding().at(), now);
      return again ? soundAgain(ring, now) : change;
    }

    private Change soundAgain(Ring ring, Instant now) {
      Paging again = episode.paging().again(now, ChangeKind.RE_PAGED);
      TimelineEntry entry =
          new TimelineEntry(
              now,
              ChangeKind.RE_PAGED,
              again.sounding().number(),
              null,
              "HUSH_ENDED",
              ring.receipt());
      Episode next = episode.with(episode.heard().with(ring, true)).with(again);
      return new Change(new Open(next.told(entry, ring.causeId())), entry);
    }

    /**
     * Since when somebody has it and nothing was done about what sounds now; empty: something was.
     */
    public Optional<Instant> idleSince() {
      Sounding sounding = episode.sounding();
      boolean acted =
          episode.response().actions().stream()
              .anyMatch(action -> !action.at().isBefore(sounding.at()));
      return acted
          ? Optional.empty()
          : episode.response().acknowledgements().stream()
              .filter(taken -> taken.sounding() >= sounding.number())
              .map(Acknowledgement::at)
              .min(Comparator.naturalOrder());
    }

    /** Somebody has it and does nothing: it waits for a person again. */
    public Change idle(Instant now) {
      Paging again = episode.paging().again(now, ChangeKind.IDLE);
      TimelineEntry entry =
          new TimelineEntry(
              now, ChangeKind.RE_PAGED, again.sounding().number(), null, "IDLE", null);
      String causeId = "idle " + again.sounding().number();
      return new Change(new Open(episode.with(again).told(entry, causeId)), entry);
    }

    /** Ends the episode; a red one only after somebody did something. */
    public Move close(Closure closure) {
      if (episode.level() == Level.RED && episode.response().actions().isEmpty()) {
        return new Refusal("action-required", "A RED alert needs a recorded action first.");
      }
      TimelineEntry entry =
          new TimelineEntry(
              closure.at(),
              ChangeKind.CLOSED,
              episode.sounding().number(),
              closure.by(),
              closure.outcome(),
              null);
      return new Change(new Closed(episode.told(entry, "closed"), closure), entry);
    }
  }

  /** Over; nothing changes it any more. */
  record Closed(Episode episode, Closure closure) implements Alert {}
}
