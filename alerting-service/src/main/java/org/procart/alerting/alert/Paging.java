package org.procart.alerting.alert;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is paged for.
 *
 * @param sounding the current one
 * @param picture all that was sounded; null: listed only, nobody was paged yet
 */
public record Paging(Sounding sounding, @Nullable Picture picture) {

  static Paging first(Ring ring, Instant now) {
    return new Paging(new Sounding(1, now, ChangeKind.RAISED), ring.pagingPicture().orElse(null));
  }

  /** Empty when the ring is no worse than what was sounded. */
  Optional<Paging> soundedBy(Ring ring, Instant now) {
    return ring.pagingPicture()
        .filter(heard -> picture == null || picture.isWorsenedBy(heard))
        .map(heard -> sounded(heard, now));
  }

  Paging again(Instant now, ChangeKind why) {
    return new Paging(sounding.next(now, why), picture);
  }

  private Paging sounded(Picture heard, Instant now) {
    return picture == null
        ? new Paging(sounding.next(now, ChangeKind.RAISED), heard)
        : new Paging(sounding.next(now, ChangeKind.WORSENED), picture.with(heard));
  }
}
