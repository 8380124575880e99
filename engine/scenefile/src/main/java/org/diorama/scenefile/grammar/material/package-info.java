/** Keys of an object's {@code material}. */
package org.diorama.scenefile.grammar.material;
