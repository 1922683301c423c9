/**
 * Mutual exclusion without allocation. Nothing here knows what it protects; every other package may
 * use it.
 */
package org.svabench.model.lock;
