/**
 * The simulation held against published measurements: fitted on the stated part of each curve, it
 * predicts the rest, and published and predicted figures stand side by side. Nothing is fitted on a
 * point that is predicted.
 */
package org.svabench.benchmarks.validation;
