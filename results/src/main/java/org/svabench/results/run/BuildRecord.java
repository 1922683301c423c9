package org.svabench.results.run;

/**
 * What was measured.
 *
 * @param version of svabench
 * @param revision git revision the jar was built from, with {@code -dirty} where the checkout had
 *     changes; {@code "unknown"} where it was built outside a checkout
 * @param sha256 of the jar, hexadecimal; {@code "unpacked"} where classes were run from a folder
 */
public record BuildRecord(String version, String revision, String sha256) {}
