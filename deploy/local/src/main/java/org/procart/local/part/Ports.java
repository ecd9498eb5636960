package org.procart.local.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which number each port has this time. */
public final class Ports {

  private final Map<Port, Integer> numbers;

  private Ports(Map<Port, Integer> numbers) {
    this.numbers = numbers;
  }

  /** The documented ports, each moved by the same offset. */
  public static Ports offset(int offset) {
    Map<Port, Integer> numbers = new EnumMap<>(Port.class);
    for (Port port : Port.values()) {
      numbers.put(port, port.number() + offset);
    }
    return new Ports(numbers);
  }

  /** Ports that nobody uses at this moment: for tests. */
  public static Ports free() {
    Map<Port, Integer> numbers = new EnumMap<>(Port.class);
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (Port port : Port.values()) {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        held.add(socket);
        numbers.put(port, socket.getLocalPort());
      }
      for (ServerSocket socket : held) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on 127.0.0.1", e);
    }
    return new Ports(numbers);
  }

  public int of(Port port) {
    Integer number = numbers.get(port);
    if (number == null) {
      throw new IllegalStateException("no number for " + port);
    }
    return number;
  }

  /** {@code 127.0.0.1:number}. */
  public String address(Port port) {
    return "127.0.0.1:" + of(port);
  }

  public String http(Port port) {
    return "http://" + address(port);
  }

  /** True when somebody else listens there already. */
  public boolean taken(Port port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), of(port)));
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
