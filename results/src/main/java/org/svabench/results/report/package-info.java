/**
 * One HTML file that says what a run found. What is shown is gathered as data (sections, charts,
 * tables), put into the page by a templating library that escapes, and drawn by a charting library
 * inside the file. Knows nothing of the model: what competes with what stands in the run.
 */
package org.svabench.results.report;
