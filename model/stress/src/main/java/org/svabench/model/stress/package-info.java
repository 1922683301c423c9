/**
 * Stress tests (jcstress) of what several threads of the model share: two or three threads act on
 * one object, many million times, in every mix of compilers, and each outcome is graded. Every
 * scenario is a class that the structures under test plug into, so that broken ones can be put
 * through the same; those are in {@code twin}.
 */
package org.svabench.model.stress;
