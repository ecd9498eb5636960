package org.procart.local.captured;

import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.OptionalParameter;

/** Something that goes from the centre to whoever is bound. */
sealed interface Delivery permits Receipt, PhoneReply {

  String from();

  String to();

  ESMClass esmClass();

  byte[] octets();

  OptionalParameter[] parameters();

  default Alphabet alphabet() {
    return Alphabet.ALPHA_DEFAULT;
  }
}
