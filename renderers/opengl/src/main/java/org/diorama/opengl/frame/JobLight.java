package org.diorama.opengl.frame;

import java.util.List;
import java.util.Optional;
import org.diorama.core.irradiance.IrradianceVolume;
import org.diorama.core.outdoor.CloudShadeMap;
import org.diorama.core.outdoor.OutdoorLight;
import org.diorama.core.sample.SampledLamp;
import org.diorama.core.sky.SkyTables;

/**
 * Light of a job, made ready beside the render thread.
 *
 * @param tables of the outdoor light's sky
 * @param clouds the shade of the outdoor light's clouds around the camera
 * @param lamps those that are on
 * @param volume of the light between surfaces, where the sky is not seen all around
 */
public record JobLight(
    OutdoorLight outdoor,
    SkyTables tables,
    Optional<CloudShadeMap> clouds,
    List<SampledLamp> lamps,
    Optional<IrradianceVolume> volume) {}
