/**
 * The oracle: simulated page tables, IOTLBs and device TLBs, threads that translate, change page
 * tables, bind, unbind, exit and fork on a machine of the model, and the checks that no translation
 * outlives its invalidation. Drives the model from outside, like a kernel's users do; threads live
 * here, never in the model.
 */
package org.svabench.benchmarks.verify;
