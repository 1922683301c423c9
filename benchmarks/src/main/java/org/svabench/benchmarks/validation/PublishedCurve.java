package org.svabench.benchmarks.validation;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A measurement that somebody published.
 *
 * @param name identifies it
 * @param title one line
 * @param source where it was published
 * @param model what predicts it
 * @param parametersOf name of the curve whose fitted parameters are used as they are; null where
 *     this one is fitted
 * @param fetchAndAdd whether the queue's slots are reserved by fetch-and-add
 * @param points the figures
 */
public record PublishedCurve(
    String name,
    String title,
    String source,
    CurveModel model,
    String parametersOf,
    boolean fetchAndAdd,
    List<PublishedPoint> points) {
  private static final String RESOURCE = "published.json";

  private record Document(int schemaVersion, List<PublishedCurve> curves) {}

  /**
   * All that are validated against; a curve stands behind the one whose parameters it uses.
   *
   * @return from the resource beside this class
   */
  public static List<PublishedCurve> all() {
    try (InputStream bytes = PublishedCurve.class.getResourceAsStream(RESOURCE);
        Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
      return new Gson().fromJson(text, Document.class).curves();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The points that parameters are fitted on. */
  List<PublishedPoint> fitted() {
    return points.stream().filter(point -> point.role() == PublishedPoint.Role.FITTED).toList();
  }
}
