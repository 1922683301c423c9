package org.svabench.results.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/**
 * A headless Chromium with one page, driven by the DevTools protocol; nothing but the JDK and a
 * browser is needed. Everything it does waits at most {@link #PATIENCE} seconds.
 */
final class Browser implements AutoCloseable, WebSocket.Listener {
  private static final int PATIENCE = 180;
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();
  private final WebSocket socket;
  private final StringBuilder incoming = new StringBuilder();
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonObject>> answers = new ConcurrentHashMap<>();
  private final List<JsonObject> events = new CopyOnWriteArrayList<>();

  private Browser(Process process, int port) throws IOException, InterruptedException {
    this.process = process;
    HttpRequest newPage =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/new?about:blank"))
            .PUT(HttpRequest.BodyPublishers.noBody())
            .build();
    String page = http.send(newPage, HttpResponse.BodyHandlers.ofString()).body();
    String url =
        JsonParser.parseString(page).getAsJsonObject().get("webSocketDebuggerUrl").getAsString();
    socket = http.newWebSocketBuilder().buildAsync(URI.create(url), this).join();
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      send(domain + ".enable", new JsonObject());
    }
  }

  /** Starts it; the test is skipped, with a message, where there is no Chromium. */
  static Browser startOrSkip(Path profile) throws IOException, InterruptedException {
    Path program = program();
    Assumptions.assumeTrue(program != null, "no Chromium on the path: apt-get install chromium");
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Path port = profile.resolve("DevToolsActivePort");
    for (int tries = 0; tries < PATIENCE * 10; tries++) {
      List<String> lines = Files.exists(port) ? Files.readAllLines(port) : List.of();
      if (lines.size() > 1) {
        return new Browser(process, Integer.parseInt(lines.get(0)));
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    process.destroyForcibly();
    throw new IOException("Chromium did not say its port");
  }

  private static Path program() {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
      for (String name : NAMES) {
        Path program = Path.of(folder, name);
        if (Files.isExecutable(program)) {
          return program;
        }
      }
    }
    return null;
  }

  /** Loads a file and waits until its scripts have run. */
  void open(Path file) {
    events.clear();
    send("Page.navigate", object("url", file.toUri().toString()));
    await("document.readyState === 'complete' && location.href !== 'about:blank'");
  }

  void size(int width, int height) {
    JsonObject metrics = object("mobile", width < 500);
    metrics.addProperty("width", width);
    metrics.addProperty("height", height);
    metrics.addProperty("deviceScaleFactor", 1);
    send("Emulation.setDeviceMetricsOverride", metrics);
  }

  void colours(String scheme) {
    JsonObject feature = object("name", "prefers-color-scheme");
    feature.addProperty("value", scheme);
    JsonArray features = new JsonArray();
    features.add(feature);
    JsonObject media = new JsonObject();
    media.add("features", features);
    send("Emulation.setEmulatedMedia", media);
  }

  void mouse(double x, double y) {
    JsonObject move = object("type", "mouseMoved");
    move.addProperty("x", x);
    move.addProperty("y", y);
    send("Input.dispatchMouseEvent", move);
  }

  /** Presses a key on what has the focus. */
  void key(String name, int code) {
    for (String type : List.of("rawKeyDown", "keyUp")) {
      JsonObject key = object("type", type);
      key.addProperty("key", name);
      key.addProperty("code", name);
      key.addProperty("windowsVirtualKeyCode", code);
      if (name.equals("Enter") && type.equals("rawKeyDown")) {
        key.addProperty("type", "keyDown");
        key.addProperty("text", "\r");
      }
      send("Input.dispatchKeyEvent", key);
    }
  }

  /** Value of an expression. */
  JsonElement evaluate(String expression) {
    JsonObject call = object("expression", expression);
    call.addProperty("returnByValue", true);
    JsonObject answer = send("Runtime.evaluate", call);
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
    }
    return answer.getAsJsonObject("result").get("value");
  }

  /** Waits until an expression holds. */
  void await(String expression) {
    for (int tries = 0; tries < PATIENCE * 20; tries++) {
      JsonElement value = evaluate(expression);
      if (value != null && value.getAsBoolean()) {
        return;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(50);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    throw new AssertionError("never true: " + expression);
  }

  /** Writes a part of the page as PNG, so many pixels for one of the page's. */
  void picture(JsonObject box, int scale, Path file) throws IOException {
    JsonObject clip = box.deepCopy();
    clip.addProperty("scale", scale);
    JsonObject call = object("captureBeyondViewport", true);
    call.add("clip", clip);
    JsonObject shot = send("Page.captureScreenshot", call);
    Files.write(file, Base64.getDecoder().decode(shot.get("data").getAsString()));
  }

  /** Errors and warnings of the console, uncaught exceptions, violations of the policy. */
  List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    for (JsonObject event : events) {
      String method = event.get("method").getAsString();
      if (method.equals("Runtime.exceptionThrown")
          || method.equals("Runtime.consoleAPICalled")
          || method.equals("Log.entryAdded")) {
        complaints.add(event.toString());
      }
    }
    return complaints;
  }

  /** Addresses of everything that was asked for since the page was opened. */
  List<String> requests() {
    return events.stream()
        .filter(event -> event.get("method").getAsString().equals("Network.requestWillBeSent"))
        .map(event -> event.getAsJsonObject("params").getAsJsonObject("request"))
        .map(request -> request.get("url").getAsString())
        .toList();
  }

  private static JsonObject object(String name, Object value) {
    JsonObject object = new JsonObject();
    if (value instanceof Boolean) {
      object.addProperty(name, (Boolean) value);
    } else {
      object.addProperty(name, (String) value);
    }
    return object;
  }

  private JsonObject send(String method, JsonObject params) {
    int id = ids.incrementAndGet();
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    answers.put(id, answer);
    JsonObject call = object("method", method);
    call.addProperty("id", id);
    call.add("params", params);
    socket.sendText(call.toString(), true).join();
    JsonObject received = answer.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    if (received.has("error")) {
      throw new AssertionError(method + ": " + received.get("error"));
    }
    return received.getAsJsonObject("result");
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    incoming.append(part);
    if (last) {
      JsonObject message = JsonParser.parseString(incoming.toString()).getAsJsonObject();
      incoming.setLength(0);
      if (message.has("id")) {
        answers.remove(message.get("id").getAsInt()).complete(message);
      } else {
        events.add(message);
      }
    }
    from.request(1);
    return null;
  }

  @Override
  public void close() {
    socket.abort();
    process.destroy();
    // It writes into its profile until it is gone.
    process.onExit().completeOnTimeout(process, PATIENCE, TimeUnit.SECONDS).join();
  }
}
