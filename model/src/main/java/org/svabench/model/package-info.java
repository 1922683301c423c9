/**
 * The whole machine: a topology under a named design. Everything below this package is put together
 * here and nowhere else.
 */
package org.svabench.model;
