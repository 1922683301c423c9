package org.svabench.results.run;

/**
 * What was found about one thing that can spoil measurements.
 *
 * @param point what was looked at, a few words
 * @param verdict how bad it is
 * @param found what was read or measured, with its unit
 * @param meaning what it does to measurements and what would help; empty where all is well
 */
public record Diagnosis(String point, Verdict verdict, String found, String meaning) {}
