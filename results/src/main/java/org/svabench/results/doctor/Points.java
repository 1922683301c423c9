package org.svabench.results.doctor;

import org.svabench.results.run.Diagnosis;
import org.svabench.results.run.Verdict;

/** Shorthand for diagnoses. */
final class Points {
  private Points() {}

  static Diagnosis good(String point, String found) {
    return new Diagnosis(point, Verdict.GOOD, found, "");
  }

  static Diagnosis mind(String point, String found, String meaning) {
    return new Diagnosis(point, Verdict.MIND, found, meaning);
  }

  static Diagnosis bad(String point, String found, String meaning) {
    return new Diagnosis(point, Verdict.BAD, found, meaning);
  }

  static Diagnosis unknown(String point, String meaning) {
    return new Diagnosis(point, Verdict.UNKNOWN, "cannot be read here", meaning);
  }

  /** Good up to a first limit, usable up to a second, bad above. */
  static Diagnosis graded(
      String point, double value, double good, double usable, String found, String meaning) {
    if (Double.isNaN(value)) {
      return unknown(point, meaning);
    }
    return value <= good
        ? good(point, found)
        : value <= usable ? mind(point, found, meaning) : bad(point, found, meaning);
  }
}
