/** Levels of factors, balanced. */
package org.diorama.core.sample.factor;
