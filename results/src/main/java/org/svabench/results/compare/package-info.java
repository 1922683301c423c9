/** Two results side by side, and the designs of one run against each other. */
package org.svabench.results.compare;
