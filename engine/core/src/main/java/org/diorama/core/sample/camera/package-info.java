/** Cameras, the mounts they stand on, and their constraints. */
package org.diorama.core.sample.camera;
