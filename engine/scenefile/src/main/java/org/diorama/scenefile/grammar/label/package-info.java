/** Keys of {@code categories} and {@code labels}. */
package org.diorama.scenefile.grammar.label;
