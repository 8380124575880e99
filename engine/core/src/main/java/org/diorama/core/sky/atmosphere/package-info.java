/**
 * The lit sky of an atmosphere, as tables: Hillaire, A Scalable and Production Ready Sky and
 * Atmosphere Rendering Technique (EGSR 2020). Lengths inside are kilometers from the planet's
 * center.
 */
package org.diorama.core.sky.atmosphere;
