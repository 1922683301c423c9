package org.svabench.benchmarks.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * A published curve, fitted on its fitted points, and what the simulation says of all of them.
 *
 * @param curve the curve
 * @param parameters the values used, in the order of the model's parameters
 * @param points every point, in the curve's order
 */
public record ValidatedCurve(
    PublishedCurve curve, List<Double> parameters, List<ValidatedPoint> points) {

  /**
   * Validates against every curve there is. Takes some seconds.
   *
   * @param progress is told the name of each curve before it begins
   * @return one for each curve
   */
  public static List<ValidatedCurve> all(Consumer<String> progress) {
    Map<String, double[]> fitted = new HashMap<>();
    List<ValidatedCurve> curves = new ArrayList<>();
    for (PublishedCurve curve : PublishedCurve.all()) {
      progress.accept(curve.name());
      double[] parameters =
          curve.parametersOf() == null ? Fit.of(curve) : fitted.get(curve.parametersOf());
      fitted.put(curve.name(), parameters);
      curves.add(of(curve, parameters));
    }
    return curves;
  }

  private static ValidatedCurve of(PublishedCurve curve, double[] parameters) {
    List<Double> values = new ArrayList<>();
    for (double value : parameters) {
      values.add(value);
    }
    List<ValidatedPoint> points = new ArrayList<>();
    for (PublishedPoint point : curve.points()) {
      points.add(new ValidatedPoint(point, curve.model().predict(curve, point, parameters)));
    }
    return new ValidatedCurve(curve, List.copyOf(values), List.copyOf(points));
  }

  /**
   * Points that the model had not seen.
   *
   * @return at least one
   */
  public List<ValidatedPoint> predictions() {
    return points.stream().filter(ValidatedPoint::isPrediction).toList();
  }

  /**
   * The middle one of the predictions' errors, signs left out.
   *
   * @return share of the published figure
   */
  public double medianError() {
    return new Median()
        .evaluate(predictions().stream().mapToDouble(each -> Math.abs(each.error())).toArray());
  }

  /**
   * The prediction that is farthest off, as a factor in either direction.
   *
   * @return one of the predictions
   */
  public ValidatedPoint worst() {
    return predictions().stream().max((a, b) -> Double.compare(factor(a), factor(b))).orElseThrow();
  }

  private static double factor(ValidatedPoint point) {
    return Math.abs(StrictMath.log1p(point.error()));
  }
}
