package org.diorama.opengl.frame;

import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.outdoor.OutdoorLight;
import org.diorama.core.render.View;
import org.diorama.core.sample.SampledLighting.Sun;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;
import org.diorama.opengl.pass.Commands;
import org.diorama.opengl.pass.FogShadePass;
import org.diorama.opengl.pass.GpuLayout;
import org.diorama.opengl.pass.SlantPass;
import org.diorama.opengl.pass.VertexInput;

/** What things that stand in the sun's way shade of fog; costs nothing where that isn't seen. */
final class FogShade {
  private final SlantRecords casters;
  private final SlantPass map;
  private final FogShadePass shade;

  FogShade(GlScope scope) {
    this.casters = new SlantRecords(scope);
    this.map = new SlantPass(scope, GpuLayout.FOG_SHADE_UNIT);
    this.shade = new FogShadePass(scope);
  }

  /** The depth plane is there, and models are bound. */
  void draw(View view, JobRecords job, VertexInput input, OutdoorLight light, GlTexture radiance) {
    if (light.sun().isEmpty() || !light.fog().map(OutdoorLight.Fog::showsShade).orElse(false)) {
      return;
    }
    Sun sun = light.sun().get();
    OutdoorLight.Fog fog = light.fog().get();
    casters.shade(view, job, fog, sun.towards());
    if (casters.area().halfSide() == 0) {
      return;
    }
    casters.bind();
    float[] area = casters.area().rows();
    map.run(
        input,
        area,
        new Commands(casters.commands().name()),
        casters.opaqueCommands(),
        casters.alphaCommands());
    PinholeCamera camera = view.camera();
    shade.run(radiance, area, fog.reach(), camera.width(), camera.height());
  }
}
