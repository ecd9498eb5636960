package org.procart.notification.wording;

/** Text as it may stand in a page. */
public final class Html {

  private Html() {}

  public static String text(String raw) {
    return raw.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
