package org.diorama.core.irradiance;

import java.util.List;
import java.util.Optional;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;
import org.diorama.core.outdoor.OutdoorLight;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Effect;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.View;
import org.diorama.core.sample.SampledLighting.Sun;
import org.diorama.core.sky.SkyTables;

/** Makes the volume of a job: a pure function of the job and its light. */
public final class IndirectLighting {
  private IndirectLighting() {}

  /**
   * @param outdoor light of the job
   * @param sky tables of its sky
   * @return empty where the job wants none, and in the open, where the sky is seen all around
   * @throws org.diorama.core.DioramaException BAD_INPUT where an asset is not the one the job was
   *     made with
   */
  public static Optional<IrradianceVolume> of(
      RenderJob job, AssetStore assets, OutdoorLight outdoor, SkyTables sky) {
    List<View> views =
        job.views().stream().filter(view -> view.channels().contains(Channel.COLOR)).toList();
    if (!job.has(Effect.BOUNCE) || views.isEmpty() || job.draws().isEmpty()) {
      return Optional.empty();
    }
    Vec3 origin = views.get(0).worldFromCamera().translation();
    SceneSurfaces surfaces = new SceneSurfaces(job.draws(), origin, assets);
    Enclosure around = Enclosure.around(surfaces.scene(), origin, views);
    if (around.share() == 0) {
      return Optional.empty();
    }
    surfaces.look(assets);
    Aabb box = new Aabb(around.box().min().plus(origin), around.box().max().plus(origin));
    Optional<Sun> sun = outdoor.sunAt(origin);
    DirectLight lights = new DirectLight(surfaces, origin, sun, job.lighting().lamps());
    SunPoints sunPoints = SunPoints.in(around.box(), surfaces, sun);
    return Optional.of(
        new ProbeTracer(ProbeGrid.in(box), around.share(), around.outdoors())
            .trace(surfaces, lights, sunPoints, sky, origin));
  }
}
