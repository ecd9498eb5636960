package org.procart.notification.channel;

/** Numbers as people and suppliers write them. */
public final class PhoneNumber {

  private PhoneNumber() {}

  public static boolean same(String one, String other) {
    return !digits(one).isEmpty() && digits(one).equals(digits(other));
  }

  private static String digits(String number) {
    String digits = number.replaceAll("\\D", "");
    return digits.startsWith("00") ? digits.substring(2) : digits;
  }
}
