package org.procart.notification.wording;

import java.time.format.DateTimeFormatter;
import org.procart.notification.channel.GsmText;

/** The words of a page, in SMS and e-mail. */
public final class PageWording {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private PageWording() {}

  /** At most 160 GSM characters: only the site's label gives way. */
  public static String sms(PageFields page) {
    String text = sms(page, GsmText.plain(page.site()));
    int tooLong = GsmText.length(text) - GsmText.MAX;
    if (tooLong <= 0) {
      return text;
    }
    String site = GsmText.plain(page.site());
    return sms(page, site.substring(0, Math.max(0, site.length() - tooLong)).strip());
  }

  public static String subject(PageFields page) {
    String flag = page.flag().isEmpty() ? "" : " " + page.flag();
    return head(page, page.site()) + flag;
  }

  public static String mailText(PageFields page) {
    return """
    %s.%s

    To take this alert on, open this page and press the button:
    %s

    Or reply to the SMS with: ACK %s

    Opening the page changes nothing. Until somebody answers, others are called.
    """
        .formatted(head(page, page.site()), flagSentence(page), page.link(), page.code());
  }

  public static String mailHtml(PageFields page) {
    return """
    <!doctype html>
    <html lang="en"><body style="font-family:sans-serif;font-size:18px">
    <p><strong>%s</strong>.%s</p>
    <p><a href="%s">Open the alert and press the button to take it on</a></p>
    <p>Or reply to the SMS with: <strong>ACK %s</strong></p>
    <p>Opening the page changes nothing. Until somebody answers, others are called.</p>
    </body></html>
    """
        .formatted(
            Html.text(head(page, page.site())),
            Html.text(flagSentence(page)),
            Html.text(page.link()),
            Html.text(page.code()));
  }

  private static String sms(PageFields page, String site) {
    String flag = page.flag().isEmpty() ? "" : page.flag() + " ";
    return head(page, site) + ". " + flag + "Reply ACK " + page.code() + " or " + page.link();
  }

  private static String head(PageFields page, String site) {
    return "PRO-CART %s %s %s %s"
        .formatted(
            page.level(), page.code(), site, CLOCK.format(page.soundedAt().atZone(page.zone())));
  }

  private static String flagSentence(PageFields page) {
    return page.flag().isEmpty() ? "" : " " + page.flag() + ".";
  }
}
