package org.procart.notification.acknowledgement;

import org.procart.notification.channel.GsmText;

/**
 * What is answered to a message.
 *
 * @param toAnything a machine that answers could get it again and again
 */
record Said(String words, boolean toAnything) {

  Said {
    words = GsmText.plain(words);
  }

  static Said to(String words) {
    return new Said(words, false);
  }

  static Said toAnything(String words) {
    return new Said(words, true);
  }
}
