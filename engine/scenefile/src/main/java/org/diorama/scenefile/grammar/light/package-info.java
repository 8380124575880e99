/** Keys of {@code lighting}, {@code lamps} and {@code weather}. */
package org.diorama.scenefile.grammar.light;
