package org.procart.notification.oncall;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Addresses that lie inside some network, not in the world. */
final class PrivateAddress {

  private PrivateAddress() {}

  static boolean is(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || (address instanceof Inet6Address six ? isPrivate(six) : isPrivate(address.getAddress()));
  }

  /** 0/8, shared 100.64/10, 192.0.0/24, benchmarks 198.18/15, and what is reserved from 240 on. */
  private static boolean isPrivate(byte[] four) {
    int first = four[0] & 0xFF;
    int second = four[1] & 0xFF;
    return first == 0
        || (first == 100 && second >= 64 && second <= 127)
        || (first == 192 && second == 0 && four[2] == 0)
        || (first == 198 && (second == 18 || second == 19))
        || first >= 240;
  }

  /** Unique local fc00::/7, and every form that only wraps an IPv4 address. */
  private static boolean isPrivate(Inet6Address address) {
    byte[] six = address.getAddress();
    boolean local = (six[0] & 0xFE) == 0xFC;
    boolean translated = six[0] == 0x00 && six[1] == 0x64 && six[2] == (byte) 0xFF;
    boolean sixToFour = six[0] == 0x20 && six[1] == 0x02;
    boolean teredo = six[0] == 0x20 && six[1] == 0x01 && six[2] == 0 && six[3] == 0;
    return local || translated || sixToFour || teredo || address.isIPv4CompatibleAddress();
  }
}
