package org.procart.simulator.plan;

import java.util.stream.IntStream;
import org.procart.simulator.report.HomeCheck;

/** The two forms of the cohort and when they are due, in days after infusion. */
public enum Kind {
  HOME_CHECK(HomeCheck.URL, "d") {
    @Override
    public IntStream dueDays(int days) {
      return IntStream.range(0, Math.min(days, LAST_DAILY + 1));
    }
  },
  WEEKLY("https://procart.org/fhir/Questionnaire/pro-ctcae-cart-weekly", "w") {
    @Override
    public IntStream dueDays(int days) {
      IntStream weekly = IntStream.iterate(0, day -> day <= LAST_WEEKLY, day -> day + WEEK);
      IntStream later = IntStream.iterate(FIRST_MONTHLY, day -> day + MONTH);
      return IntStream.concat(weekly, later.takeWhile(day -> day < days)).filter(day -> day < days);
    }
  };

  private static final int LAST_DAILY = 30;
  private static final int LAST_WEEKLY = 90;
  private static final int WEEK = 7;
  private static final int FIRST_MONTHLY = 120;
  private static final int MONTH = 30;

  private final String url;
  private final String sign;

  Kind(String url, String sign) {
    this.url = url;
    this.sign = sign;
  }

  /**
   * @param days how many days are simulated: 0 to days - 1
   */
  public abstract IntStream dueDays(int days);

  public String url() {
    return url;
  }

  /** In the ids of reports. */
  String sign() {
    return sign;
  }
}
