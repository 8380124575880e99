/** Images that are worked out from a view's planes and its frame's poses, pixel by pixel. */
package org.diorama.core.label.pixel;
