/**
 * Keys of what moves, and of the ways that it takes: {@code motion}, {@code poses}, {@code paths}.
 */
package org.diorama.scenefile.grammar.motion;
