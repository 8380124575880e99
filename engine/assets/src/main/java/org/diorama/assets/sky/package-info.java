/** Reads images of skies: Radiance's {@code .hdr} and OpenEXR. Every file is taken for hostile. */
package org.diorama.assets.sky;
