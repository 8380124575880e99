/** Keys of {@code camera}, {@code cameras}, {@code rigs} and {@code image}. */
package org.diorama.scenefile.grammar.camera;
