package org.procart.local.captured;

import java.nio.charset.StandardCharsets;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.OptionalParameter;

/** A short message that somebody sends from a phone to our number. */
record PhoneReply(String from, String to, String text) implements Delivery {

  private static final int LONGEST = 254;

  @Override
  public ESMClass esmClass() {
    return new ESMClass();
  }

  @Override
  public Alphabet alphabet() {
    return GsmAlphabet.covers(text) ? Alphabet.ALPHA_DEFAULT : Alphabet.ALPHA_UCS2;
  }

  @Override
  public byte[] octets() {
    byte[] all = all();
    return all.length <= LONGEST ? all : new byte[0];
  }

  @Override
  public OptionalParameter[] parameters() {
    byte[] all = all();
    return all.length <= LONGEST
        ? new OptionalParameter[0]
        : new OptionalParameter[] {new OptionalParameter.Message_payload(all)};
  }

  private byte[] all() {
    return alphabet() == Alphabet.ALPHA_DEFAULT
        ? GsmAlphabet.encode(text)
        : text.getBytes(StandardCharsets.UTF_16BE);
  }
}
