package org.procart.notification.wording;

import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import org.procart.notification.channel.GsmText;

/** A page in words, as SMS and as e-mail. */
public record PageWording(PageTexts texts) {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  /** An SMS has room for two digits; e-mail and page tell exactly. */
  private static final int MOST_IN_SMS = 99;

  /** At most 160 GSM characters: only the site's label gives way. */
  public String sms(PageFields page) {
    String site = GsmText.plain(page.site());
    String text = sms(page, site);
    int tooLong = GsmText.length(text) - GsmText.MAX;
    return tooLong <= 0 ? text : sms(page, site.substring(0, Math.max(0, site.length() - tooLong)));
  }

  public String subject(PageFields page) {
    PageText text = page.bundle() ? PageText.SUBJECT_BUNDLE : PageText.SUBJECT;
    return texts.say(text, values(page, page.site(), texts.words(page.flag())));
  }

  public String mailText(PageFields page) {
    return String.join(
        "\n",
        head(page),
        "",
        texts.say(PageText.MAIL_LINK),
        page.link(),
        "",
        texts.say(PageText.MAIL_REPLY, Map.of(Field.CODE, page.code())),
        "",
        texts.say(PageText.MAIL_NOTE),
        "");
  }

  public String mailHtml(PageFields page) {
    return """
    <!doctype html>
    <html lang="%s"><body style="font-family:sans-serif;font-size:18px">
    <p><strong>%s</strong></p>
    <p><a href="%s">%s</a></p>
    <p>%s</p>
    <p>%s</p>
    </body></html>
    """
        .formatted(
            texts.language(),
            Html.text(head(page)),
            Html.text(page.link()),
            Html.text(texts.say(PageText.MAIL_BUTTON)),
            Html.text(texts.say(PageText.MAIL_REPLY, Map.of(Field.CODE, page.code()))),
            Html.text(texts.say(PageText.MAIL_NOTE)));
  }

  private String sms(PageFields page, String site) {
    PageText text = page.bundle() ? PageText.SMS_BUNDLE : PageText.SMS;
    Map<Field, String> values = values(page, site, texts.words(page.flag()));
    values.put(Field.COUNT, String.valueOf(Math.min(page.count(), MOST_IN_SMS)));
    return GsmText.plain(texts.say(text, values));
  }

  private String head(PageFields page) {
    String flag = page.flag() == PageFlag.NONE ? "" : texts.words(page.flag()) + ".";
    PageText text = page.bundle() ? PageText.MAIL_HEAD_BUNDLE : PageText.MAIL_HEAD;
    return texts.say(text, values(page, page.site(), flag));
  }

  private static Map<Field, String> values(PageFields page, String site, String flag) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    values.put(Field.LEVEL, page.level().name());
    values.put(Field.CODE, page.code());
    values.put(Field.SITE, site);
    values.put(Field.TIME, CLOCK.format(page.soundedAt().atZone(page.zone())));
    values.put(Field.FLAG, flag);
    values.put(Field.LINK, page.link());
    values.put(Field.COUNT, String.valueOf(page.count()));
    return values;
  }
}
