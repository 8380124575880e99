package org.diorama.opengl.resident;

import static org.lwjgl.opengl.GL45C.GL_FLOAT;
import static org.lwjgl.opengl.GL45C.GL_R32F;
import static org.lwjgl.opengl.GL45C.GL_RED;
import static org.lwjgl.opengl.GL45C.glTextureSubImage3D;

import java.util.Optional;
import org.diorama.core.outdoor.CloudShadeMap;
import org.diorama.opengl.gl.GlErrors;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;

/** The shade of clouds used last, as a texture. */
public final class CloudResidency {
  private final GlScope scope;
  private GlTexture texture;
  private Optional<CloudShadeMap.Key> resident = Optional.empty();

  public CloudResidency(GlScope scope) {
    this.scope = scope;
  }

  /** Binds the tables to a unit. */
  public void bind(CloudShadeMap map, int unit) {
    int side = CloudShadeMap.SIZE;
    if (texture == null) {
      texture = GlTexture.filtered(scope, GL_R32F, side, side, CloudShadeMap.SPANS.length);
    }
    if (!resident.equals(Optional.of(map.key()))) {
      for (int table = 0; table < CloudShadeMap.SPANS.length; table++) {
        glTextureSubImage3D(
            texture.name(), 0, 0, 0, table, side, side, 1, GL_RED, GL_FLOAT, map.texels(table));
      }
      GlErrors.check("uploading the shade of clouds");
      resident = Optional.of(map.key());
    }
    texture.bind(unit);
  }
}
