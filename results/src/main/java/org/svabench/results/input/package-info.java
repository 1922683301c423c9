/** What every reader of foreign input shares: the one-line error a person can act on. */
package org.svabench.results.input;
