/** Keys of {@code objects}: what they are, where they stand, how they shall look in the image. */
package org.diorama.scenefile.grammar.object;
