/** Light between surfaces: a grid of probes around the camera, traced on the CPU. */
package org.diorama.core.irradiance;
