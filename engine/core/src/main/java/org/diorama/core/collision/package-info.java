/**
 * Whether placed things share room: boxes first, then triangles. Things that touch, or overlap by
 * no more than {@link org.diorama.core.collision.Collider#TOUCH}, share none.
 */
package org.diorama.core.collision;
