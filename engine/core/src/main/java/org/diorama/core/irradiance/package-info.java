/**
 * Light between surfaces: a grid of probes around the camera, traced on the CPU. The grid is that
 * of Greger et al., The Irradiance Volume (1998), what each probe sees is told by distances as in
 * Majercik et al., Dynamic Diffuse Global Illumination with Ray-Traced Irradiance Fields (2019).
 */
package org.diorama.core.irradiance;
