package org.procart.notification.channel.sms;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * All SMS suppliers.
 *
 * @param suppliers in order of preference; empty: the one of {@code procart.notification.smpp}
 * @param redShare share of a supplier's rate that is kept for RED pages
 * @param callbackWindow older receipts are refused where they say their time
 */
@ConfigurationProperties("procart.notification.sms")
record SmsSettings(
    @DefaultValue List<SupplierSettings> suppliers,
    @DefaultValue Demotion demotion,
    @DefaultValue("0.5") double redShare,
    @DefaultValue("24h") Duration callbackWindow) {

  private static final String PREFIX = "procart.notification.sms.";

  SmsSettings {
    suppliers = List.copyOf(suppliers);
    Set<String> names = new HashSet<>();
    for (int i = 0; i < suppliers.size(); i++) {
      String place = PREFIX + "suppliers[" + i + "].";
      List<String> faults = suppliers.get(i).faults();
      refuse(!faults.isEmpty(), place + String.join("; " + place, faults));
      refuse(!names.add(suppliers.get(i).name()), place + "name: used twice, choose another");
    }
    refuse(!(redShare >= 0 && redShare < 1), PREFIX + "red-share: from 0 to less than 1");
    refuse(callbackWindow.isNegative(), PREFIX + "callback-window: must not be negative");
  }

  private static void refuse(boolean wrong, String fault) {
    if (wrong) {
      throw new IllegalArgumentException(fault);
    }
  }

  /**
   * When a supplier is set back, and for how long.
   *
   * @param within messages of so long count
   * @param atLeast where these are fewer, the last so many count, up to a day old
   * @param judged fewer messages with a known fate say nothing
   * @param share of bad ones from which it is set back
   * @param slow without a receipt for so long a message counts as bad
   * @param lasts set back for so long
   */
  record Demotion(
      @DefaultValue("5m") Duration within,
      @DefaultValue("20") int atLeast,
      @DefaultValue("5") int judged,
      @DefaultValue("0.15") double share,
      @DefaultValue("5m") Duration slow,
      @DefaultValue("10m") Duration lasts) {

    Demotion {
      String prefix = PREFIX + "demotion.";
      refuse(!within.isPositive(), prefix + "within: must be longer than 0");
      refuse(!slow.isPositive(), prefix + "slow: must be longer than 0");
      refuse(!lasts.isPositive(), prefix + "lasts: must be longer than 0");
      refuse(judged < 1, prefix + "judged: must be 1 at least");
      refuse(atLeast < judged, prefix + "at-least: must not be less than judged");
      refuse(!(share > 0 && share <= 1), prefix + "share: more than 0, 1 at most");
    }
  }
}
