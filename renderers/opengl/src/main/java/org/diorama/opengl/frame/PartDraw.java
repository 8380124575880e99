package org.diorama.opengl.frame;

import java.nio.ByteBuffer;

/**
 * One part of a draw of the job: the unit of drawing. Its place in the job's list is the draw
 * number that the visibility buffer stores.
 *
 * @param instance place in the job's instances
 * @param material place in the job's material records
 * @param firstIndex in the index arena
 * @param baseVertex in the vertex arena
 * @param alphaTested whether its material cuts holes
 * @param transparent whether light passes through its material, which has no holes then
 */
record PartDraw(
    int instance,
    int material,
    int firstIndex,
    int baseVertex,
    int indices,
    boolean alphaTested,
    boolean transparent) {

  /** Appends the indirect command that draws it once with the given base instance. */
  void command(ByteBuffer out, int baseInstance) {
    out.putInt(indices).putInt(1).putInt(firstIndex).putInt(baseVertex).putInt(baseInstance);
  }
}
