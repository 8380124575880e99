/** Meshes made from parameters. */
package org.diorama.procedural;
