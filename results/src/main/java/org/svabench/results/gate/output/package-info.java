/** A verdict for a person, a pull request, a build server and a program. */
package org.svabench.results.gate.output;
