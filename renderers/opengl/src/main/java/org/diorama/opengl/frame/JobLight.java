package org.diorama.opengl.frame;

import org.diorama.core.outdoor.OutdoorLight;
import org.diorama.core.sky.SkyTables;

/**
 * Light of a job, made ready beside the render thread.
 *
 * @param tables of the outdoor light's sky
 */
public record JobLight(OutdoorLight outdoor, SkyTables tables) {}
