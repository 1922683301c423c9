/**
 * Why a result should not be trusted. One place judges, everything that shows results asks it:
 * {@link Doubts} of a run. Judged are the scores of JMH's JSON and what the runner saw of the
 * machine around each fork; exact counts need no trust in the clock and are not judged.
 */
package org.svabench.results.doubt;
