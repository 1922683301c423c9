package org.svabench.results.gate.fork;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.Window;

/**
 * Lets one fork at a time run an iteration. Nobody starts before all are there; then they alternate
 * until each has done its last, and only then may any of them end.
 *
 * <p>One thread per connected fork; all state is guarded by this object's monitor. A fork that goes
 * away before its last iteration ends the pair for all: {@link #lost()} tells. Closing it makes
 * every fork that still waits end itself.
 */
final class Turnstile implements AutoCloseable {
  /** Where forks that take turns are measured. */
  interface Seat {
    /** Called once, while every fork is parked between its warm-up and its first measured turn. */
    void take(Collection<Long> pids) throws InterruptedException;
  }

  private final ServerSocket server;
  private final String secret = UUID.randomUUID().toString();
  private final Set<Arm> expected;
  private final Set<Arm> arrived = EnumSet.noneOf(Arm.class);
  private final Set<Arm> finished = EnumSet.noneOf(Arm.class);
  private final Map<Arm, List<Window>> windows = new EnumMap<>(Arm.class);
  private final Map<Arm, String> units = new EnumMap<>(Arm.class);
  private final Map<Arm, Long> settled = new EnumMap<>(Arm.class);
  private final List<Socket> sockets = new ArrayList<>();
  private final Seat seat;

  private Arm turn;
  private boolean running;
  private boolean restless;
  private boolean closed;
  private Arm leaver;
  private long lastEvent = System.nanoTime();

  /**
   * Opens the turnstile.
   *
   * @param first who has the first turn
   * @param expected who takes part; one arm alone never waits
   * @param seat taken before the first measured turn if all have settled
   * @throws IOException if there is no loopback socket to be had
   */
  Turnstile(Arm first, Set<Arm> expected, Seat seat) throws IOException {
    this.turn = first;
    this.seat = seat;
    this.expected = EnumSet.copyOf(expected);
    this.server = new ServerSocket(0, 2, InetAddress.getLoopbackAddress());
    expected.forEach(arm -> windows.put(arm, new ArrayList<>()));
    daemon(this::accept, "accept");
  }

  /** What a fork of this arm needs in its environment. */
  String address(Arm arm) {
    return server.getLocalPort() + ":" + secret + ":" + arm.ordinal();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        synchronized (this) {
          sockets.add(socket);
        }
        daemon(() -> serve(socket), "fork");
      }
    } catch (IOException end) {
      // The end of the pair.
    }
  }

  private static void daemon(Runnable work, String name) {
    Thread thread = new Thread(work, "turnstile-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  private void serve(Socket socket) {
    Arm arm = null;
    try (socket;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      arm = greet(in.readLine());
      if (arm == null) {
        return;
      }
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.equals("wait")) {
          awaitTurn(arm);
          go(out);
        } else if (done(arm, line.split(" "))) {
          awaitEnd();
          go(out);
        }
      }
    } catch (IOException | RuntimeException | InterruptedException broken) {
      // Whether the fork was done is all that counts.
    } finally {
      left(arm);
    }
  }

  private static void go(OutputStream out) throws IOException {
    out.write("go\n".getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** The arm of a fork of ours; null for a stranger that found the port. */
  private synchronized Arm greet(String hello) {
    for (Arm arm : expected) {
      if (("hello " + secret + " " + arm.ordinal()).equals(hello) && arrived.add(arm)) {
        event();
        return arm;
      }
    }
    return null;
  }

  private synchronized void awaitTurn(Arm arm) throws InterruptedException {
    while (!lost() && (!arrived.equals(expected) || running || turn != arm)) {
      wait();
    }
    throwIfLost();
    running = true;
    event();
  }

  private synchronized boolean done(Arm arm, String[] words) throws InterruptedException {
    windows
        .get(arm)
        .add(
            new Window(
                words[1].equals("m"),
                Long.parseLong(words[2]),
                Long.parseLong(words[3]),
                Double.parseDouble(words[4]),
                Double.parseDouble(words[5]),
                Double.parseDouble(words[6])));
    units.put(arm, words[7]);
    List<String> more = List.of(words).subList(8, words.length);
    boolean last = more.contains("last");
    restless |= more.contains("restless");
    if (last) {
      finished.add(arm);
    }
    if (more.contains("settled")) {
      settled.put(arm, Long.parseLong(words[words.length - 1]));
      if (settled.keySet().equals(expected)) {
        seat.take(settled.values());
      }
    }
    running = false;
    if (expected.size() == 2 && !finished.contains(arm.other())) {
      turn = arm.other();
    }
    event();
    return last;
  }

  private synchronized void awaitEnd() throws InterruptedException {
    while (!lost() && !finished.equals(expected)) {
      wait();
    }
    throwIfLost();
  }

  private void throwIfLost() throws InterruptedException {
    if (lost()) {
      throw new InterruptedException("the other fork is gone");
    }
  }

  private synchronized void left(Arm arm) {
    if (arm != null && !finished.contains(arm) && leaver == null) {
      leaver = arm;
    }
    event();
  }

  private void event() {
    lastEvent = System.nanoTime();
    notifyAll();
  }

  /** Whether a fork went away before it was done, or none may go on. */
  synchronized boolean lost() {
    return leaver != null || closed;
  }

  /** Whose fork was the first to go away before it was done, null where none did. */
  synchronized Arm leaver() {
    return leaver;
  }

  /** Who has not come, or else whose turn it is: whom all others wait for. */
  synchronized Arm awaited() {
    return expected.stream().filter(arm -> !arrived.contains(arm)).findFirst().orElse(turn);
  }

  /** Whether a fork started threads while it was measured. */
  synchronized boolean restless() {
    return restless;
  }

  /** Nanoseconds since a fork last did anything. */
  synchronized long quiet() {
    return System.nanoTime() - lastEvent;
  }

  /** The windows of an arm, all there once its harness has ended well. */
  synchronized List<Window> windows(Arm arm) {
    return List.copyOf(windows.get(arm));
  }

  /** The unit of an arm's scores, null before its first window. */
  synchronized String unit(Arm arm) {
    return units.get(arm);
  }

  @Override
  public void close() throws IOException {
    server.close();
    List<Socket> open;
    synchronized (this) {
      closed = !finished.equals(expected);
      open = List.copyOf(sockets);
      notifyAll();
    }
    for (Socket socket : open) {
      socket.close();
    }
  }
}
