/** Photographed or painted skies, and the suns in them. */
package org.diorama.core.sky.image;
