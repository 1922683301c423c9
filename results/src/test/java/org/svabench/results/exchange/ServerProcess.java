package org.svabench.results.exchange;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A server of the machine's own packages, on a port of its own; skipped where it is missing. */
final class ServerProcess implements AutoCloseable {
  private static final int PATIENCE = 60;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final String address;

  private ServerProcess(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /** Skips the test, with a message, where a program is not on the path. */
  static void needs(String program, String packageName) {
    boolean found = false;
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
      found |= Files.isExecutable(Path.of(folder, program));
    }
    Assumptions.assumeTrue(found, "no " + program + " on the path: apt-get install " + packageName);
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Starts it and waits until it answers. */
  static ServerProcess start(
      int port, String ready, Path log, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(log.toFile()).environment().putAll(environment);
    ServerProcess server = new ServerProcess(builder.start(), "http://127.0.0.1:" + port);
    for (int tries = 0; tries < PATIENCE * 10; tries++) {
      try {
        if (server.get(ready).statusCode() < 300) {
          return server;
        }
      } catch (IOException notYet) {
        // It has not opened its port.
      }
      if (!server.process.isAlive()) {
        break;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    server.close();
    throw new IOException(command + " did not start:\n" + Files.readString(log));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(address + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(process, PATIENCE, TimeUnit.SECONDS).join();
  }
}
