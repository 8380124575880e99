/** From a scene and a frame number to the decided frame. */
package org.diorama.core.sample.frame;
