/** Composes the tree of a scene from several files and copied parts, before it is read. */
package org.diorama.scenefile.compose;
