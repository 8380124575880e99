/** Boxes of instances in images and in space, and their poses. */
package org.diorama.core.label.box;
