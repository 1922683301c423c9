/**
 * What the words of the command line's options stand for: {@code --topology}, {@code --design},
 * {@code --cost}, {@code --range}. A word that stands for nothing is {@link
 * org.svabench.results.input.BadInput}, with the nearest names.
 */
package org.svabench.benchmarks.choice;
