/**
 * Who must be told of an invalidation: the interchangeable indexes that notifications walk and
 * bonds change. An index knows IOMMUs and devices; what a command looks like is the visitor's
 * business.
 */
package org.svabench.model.fanout;
