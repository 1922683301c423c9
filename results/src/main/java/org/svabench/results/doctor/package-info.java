/** What on this machine spoils measurements: read, measured for a second, and said plainly. */
package org.svabench.results.doctor;
