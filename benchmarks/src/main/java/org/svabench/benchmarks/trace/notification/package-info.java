/**
 * Notifications: what the mmu notifier of an mm would have been told. Which call invalidates what
 * is decided here, from what is mapped.
 */
package org.svabench.benchmarks.trace.notification;
