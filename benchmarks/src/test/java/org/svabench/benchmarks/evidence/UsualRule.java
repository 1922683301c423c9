package org.svabench.benchmarks.evidence;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.inference.MannWhitneyUTest;
import org.apache.commons.math3.stat.inference.TTest;
import org.svabench.results.gate.verdict.Outcome;

/**
 * What people do today with JMH's results of both sides: five forks a side with five iterations
 * each, as many as JMH has by default, though shorter. The forks are those of five pairs, which is
 * kinder than the usual way of one side after the other. Each is one-sided here: only slower
 * counts.
 */
enum UsualRule implements Rule {
  RATIO_1_1("mean ratio above 1.1") {
    @Override
    boolean slower(double[][] a, double[][] b) {
      return mean(b) / mean(a) > 1.1;
    }
  },
  RATIO_2("mean ratio above 2.0") {
    @Override
    boolean slower(double[][] a, double[][] b) {
      return mean(b) / mean(a) > 2;
    }
  },
  INTERVALS("JMH's 99.9% intervals do not overlap") {
    @Override
    boolean slower(double[][] a, double[][] b) {
      return mean(b) - half(b) > mean(a) + half(a);
    }
  },
  MANN_WHITNEY("Mann-Whitney on pooled iterations, p < 0.05") {
    @Override
    boolean slower(double[][] a, double[][] b) {
      double[] x = pooled(a);
      double[] y = pooled(b);
      return StatUtils.percentile(y, 50) > StatUtils.percentile(x, 50)
          && new MannWhitneyUTest().mannWhitneyUTest(x, y) < 0.05;
    }
  },
  WELCH("Welch on fork means, p < 0.05") {
    @Override
    boolean slower(double[][] a, double[][] b) {
      double[] x = means(a);
      double[] y = means(b);
      return StatUtils.mean(y) > StatUtils.mean(x) && new TTest().tTest(x, y) < 0.05;
    }
  };

  private static final int FORKS = 5;
  private static final int ITERATION_MILLIS = 200;

  private final String words;

  UsualRule(String words) {
    this.words = words;
  }

  /** Whether b is called slower than a; iterations by fork. */
  abstract boolean slower(double[][] a, double[][] b);

  @Override
  public Decision decide(Sample sample, Random random) {
    double[][] a = new double[FORKS][];
    double[][] b = new double[FORKS][];
    double seconds = 0;
    for (int i = 0; i < FORKS; i++) {
      RecordedPair pair = sample.draw(random);
      a[i] = iterations(pair.baseline(), pair.millis());
      b[i] = iterations(pair.candidate(), pair.millis());
      seconds += pair.seconds();
    }
    return new Decision(slower(a, b) ? Outcome.FAIL : Outcome.PASS, seconds);
  }

  /** Windows put together to iterations. */
  private static double[] iterations(double[] windows, int millis) {
    int each = Math.max(1, ITERATION_MILLIS / millis);
    return IntStream.range(0, Math.max(1, windows.length / each))
        .mapToDouble(
            i ->
                StatUtils.mean(
                    Arrays.copyOfRange(
                        windows, i * each, Math.min(windows.length, (i + 1) * each))))
        .toArray();
  }

  static double[] pooled(double[][] forks) {
    return Arrays.stream(forks).flatMapToDouble(Arrays::stream).toArray();
  }

  static double[] means(double[][] forks) {
    return Arrays.stream(forks).mapToDouble(StatUtils::mean).toArray();
  }

  static double mean(double[][] forks) {
    return StatUtils.mean(pooled(forks));
  }

  /** As JMH computes its error: all iterations in one bag, Student's t at 99.9 %. */
  static double half(double[][] forks) {
    double[] all = pooled(forks);
    return new TDistribution(all.length - 1).inverseCumulativeProbability(0.9995)
        * Math.sqrt(StatUtils.variance(all) / all.length);
  }

  @Override
  public String words() {
    return words;
  }
}
