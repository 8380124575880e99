/**
 * What surrounds a scene: luminance by direction, and the tables that image-based lighting reads.
 */
package org.diorama.core.sky;
