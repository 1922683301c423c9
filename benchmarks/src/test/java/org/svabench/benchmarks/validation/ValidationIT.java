package org.svabench.benchmarks.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ValidationIT {
  private static List<ValidatedCurve> curves;

  @BeforeAll
  static void validateOnce() {
    curves = ValidatedCurve.all(unused -> {});
  }

  @Test
  void theDocumentShowsWhatTheCommandPrints() throws IOException {
    String document = Files.readString(Path.of("docs/validation.md"));
    assertTrue(
        document.contains(ValidationReport.markdown(curves)),
        "docs/validation.md must hold the output of: validate --format md");
  }

  @Test
  void fittedPointsAreMetAndPredictedOnesAreNotTouched() {
    for (ValidatedCurve curve : curves) {
      for (ValidatedPoint point : curve.points()) {
        if (!point.isPrediction()) {
          assertEquals(0, point.error(), 0.002, curve.curve().name());
        }
      }
      assertTrue(curve.curve().fitted().size() <= curve.parameters().size(), curve.curve().name());
    }
  }

  @Test
  void everyPointIsShown() {
    String text = ValidationReport.text(curves);
    for (ValidatedCurve curve : curves) {
      assertTrue(text.contains(curve.curve().title()), curve.curve().title());
      assertTrue(text.contains(curve.curve().source()), curve.curve().source());
      for (ValidatedPoint point : curve.points()) {
        assertTrue(text.contains("\n" + point.point().label()), point.point().label());
      }
    }
    assertEquals(
        1 + curves.stream().mapToInt(curve -> curve.points().size()).sum(),
        ValidationReport.csv(curves).lines().count());
  }

  /** What is predicted may be anything: the fit does not see it. */
  @Test
  void aFitDoesNotSeeThePredictedPoints() {
    PublishedCurve curve = named("grace-trapped");
    List<PublishedPoint> changed = new ArrayList<>();
    for (PublishedPoint point : curve.points()) {
      boolean fitted = point.role() == PublishedPoint.Role.FITTED;
      changed.add(fitted ? point : times(point, 7));
    }
    assertEquals(List.of(boxed(Fit.of(curve))), List.of(boxed(Fit.of(with(curve, changed)))));
  }

  @Test
  void aFitFindsWhatAKnownModelWasMadeWith() {
    PublishedCurve curve = named("grace-vcmdq");
    double[] known = {4321, 150};
    List<PublishedPoint> made = new ArrayList<>();
    for (PublishedPoint point : curve.points()) {
      made.add(times(point, curve.model().predict(curve, point, known) / point.published()));
    }
    double[] found = Fit.of(with(curve, made));
    assertEquals(4321, found[0], 20);
    assertEquals(150, found[1], 2);
    assertNotEquals(4321, Fit.of(curve)[0], 20);
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static PublishedCurve named(String name) {
    return PublishedCurve.all().stream()
        .filter(curve -> curve.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static PublishedCurve with(PublishedCurve curve, List<PublishedPoint> points) {
    return new PublishedCurve(
        curve.name(), curve.title(), curve.source(), curve.model(), null, false, points);
  }

  private static PublishedPoint times(PublishedPoint point, double factor) {
    return new PublishedPoint(
        point.label(),
        point.role(),
        point.quantity(),
        point.threads(),
        point.pages(),
        point.unbound(),
        point.flushes(),
        point.published() * factor);
  }
}
