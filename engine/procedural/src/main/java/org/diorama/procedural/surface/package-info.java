/**
 * Materials of the ground, of walls and floors, made from a key: tiles that repeat without a seam.
 */
package org.diorama.procedural.surface;
