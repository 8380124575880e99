/** What frames and their parts cost on one thread; {@code tools/benchmark} runs it. */
package org.diorama.benchmarks;
