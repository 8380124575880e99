package org.diorama.cli.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.diorama.cli.scene.LoadedScene;
import org.diorama.core.sample.SampledFrame;
import org.diorama.dataset.format.FrameStructure;
import org.diorama.dataset.gltf.FrameGlb;
import org.diorama.scenefile.SceneOverride;

/** Frames as files in memory. */
final class Exports {
  /** Overrides that make images small. */
  static final List<SceneOverride> SMALL =
      List.of(SceneOverride.set("image.width", "160"), SceneOverride.set("image.height", "120"));

  private Exports() {}

  static byte[] glb(LoadedScene scene, SampledFrame frame) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FrameStructure structure = FrameStructure.of(scene.description());
    FrameGlb.write(frame, structure, List.of(), scene.library(), out);
    return out.toByteArray();
  }
}
