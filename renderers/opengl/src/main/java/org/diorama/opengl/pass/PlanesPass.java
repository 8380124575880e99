package org.diorama.opengl.pass;

import static org.lwjgl.opengl.GL45C.glDispatchCompute;
import static org.lwjgl.opengl.GL45C.glUniform4ui;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.diorama.core.render.Channel;
import org.diorama.opengl.gl.GlProgram;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;

/**
 * Reads the visibility plane, geometry, materials and texels. Writes the planes of normal, albedo,
 * part and draw into the result, those of them that a view asks for, by a program for just these.
 */
public final class PlanesPass {
  private static final int PLACES = 0;
  private static final Map<Channel, String> DEFINITIONS =
      Map.of(
          Channel.NORMAL, "NORMALS",
          Channel.ALBEDO, "ALBEDOS",
          Channel.PART, "PARTS",
          Channel.DRAW, "OWN_DRAWS");

  private final GlScope scope;
  private final Map<Set<Channel>, GlProgram> programs = new HashMap<>();

  public PlanesPass(GlScope scope) {
    this.scope = scope;
  }

  /**
   * @param channels of a view
   * @param normals first word of the plane in the result; likewise the others
   */
  public void run(
      GlTexture visibility,
      Set<Channel> channels,
      int normals,
      int albedos,
      int parts,
      int draws,
      int pixels) {
    Set<Channel> own = EnumSet.copyOf(DEFINITIONS.keySet());
    own.retainAll(channels);
    if (own.isEmpty()) {
      return;
    }
    visibility.bind(GpuLayout.VISIBILITY_UNIT);
    programs.computeIfAbsent(own, this::link).use();
    glUniform4ui(PLACES, normals, albedos, parts, draws);
    int perGroup = GpuLayout.STRIP * GpuLayout.STRIP_GROUP;
    glDispatchCompute((pixels + perGroup - 1) / perGroup, 1, 1);
  }

  private GlProgram link(Set<Channel> channels) {
    Map<String, String> constants = new LinkedHashMap<>(GpuLayout.constants());
    channels.forEach(channel -> constants.put(DEFINITIONS.get(channel), "1"));
    return GlProgram.link(scope, constants, "planes.comp");
  }
}
