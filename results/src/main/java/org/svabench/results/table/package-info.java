/** Tables for people: aligned on a screen, or Markdown. */
package org.svabench.results.table;
