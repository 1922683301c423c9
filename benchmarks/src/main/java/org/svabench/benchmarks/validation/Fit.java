package org.svabench.benchmarks.validation;

import java.util.List;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Finds the parameters at which the simulation is nearest to the fitted points: least squares of
 * the logarithms, by Nelder and Mead's simplex. Parameters are searched on a logarithmic scale, so
 * they stay above 0.
 */
final class Fit {
  /** Of the sum of squares: the fitted points are met to a thousandth. */
  private static final double TOLERANCE = 1e-6;

  private static final double FIRST_STEP = 0.3;
  private static final int MOST_EVALUATIONS = 400;

  private Fit() {}

  static double[] of(PublishedCurve curve) {
    List<Parameter> parameters = curve.model().parameters();
    double[] start =
        parameters.stream().mapToDouble(each -> StrictMath.log(each.start())).toArray();
    double[] best =
        new SimplexOptimizer(0, TOLERANCE)
            .optimize(
                new MaxEval(MOST_EVALUATIONS),
                new ObjectiveFunction(point -> squares(curve, exp(point))),
                GoalType.MINIMIZE,
                new InitialGuess(start),
                new NelderMeadSimplex(start.length, FIRST_STEP))
            .getPoint();
    return exp(best);
  }

  private static double squares(PublishedCurve curve, double[] parameters) {
    double sum = 0;
    for (PublishedPoint point : curve.fitted()) {
      double miss =
          StrictMath.log(curve.model().predict(curve, point, parameters) / point.published());
      sum += miss * miss;
    }
    return sum;
  }

  private static double[] exp(double[] logarithms) {
    double[] values = logarithms.clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = StrictMath.exp(values[i]);
    }
    return values;
  }
}
