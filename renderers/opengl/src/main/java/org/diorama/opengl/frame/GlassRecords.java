package org.diorama.opengl.frame;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.geometry.ProjectedBounds;
import org.diorama.core.geometry.ProjectedBounds.Relation;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.StreamBuffer;
import org.diorama.opengl.pass.Commands;
import org.diorama.opengl.pass.GpuLayout;

/** Commands for what is transparent in a view, and for what may be seen through it. */
final class GlassRecords {
  private final StreamBuffer commandBuffer;
  private int opaqueCommands;
  private int alphaCommands;
  private int glassCommands;

  GlassRecords(GlScope scope) {
    this.commandBuffer = new StreamBuffer(scope);
  }

  /**
   * Replaces the records by those of a view.
   *
   * @return whether anything in it is transparent
   */
  boolean build(List<PartDraw> parts, List<ProjectedBounds> bounds) {
    int[] glass =
        IntStream.range(0, parts.size())
            .filter(i -> parts.get(i).transparent())
            .filter(i -> bounds.get(parts.get(i).instance()).relation() != Relation.OUTSIDE)
            .toArray();
    if (glass.length == 0) {
      return false;
    }
    List<ProjectedBounds> panes =
        IntStream.of(glass).mapToObj(i -> bounds.get(parts.get(i).instance())).distinct().toList();
    int[] behind =
        IntStream.range(0, parts.size())
            .filter(i -> !parts.get(i).transparent())
            .filter(i -> panes.stream().anyMatch(meets(bounds.get(parts.get(i).instance()))))
            .toArray();
    ByteBuffer out =
        commandBuffer.begin((long) (behind.length + glass.length) * GpuLayout.COMMAND_BYTES);
    opaqueCommands = ViewRecords.putCommands(out, parts, behind, false);
    alphaCommands = ViewRecords.putCommands(out, parts, behind, true);
    glassCommands = ViewRecords.putCommands(out, parts, glass, false);
    commandBuffer.upload();
    return true;
  }

  private static Predicate<ProjectedBounds> meets(ProjectedBounds one) {
    PixelBox a = one.box();
    return other -> {
      PixelBox b = other.box();
      return one.relation() != Relation.OUTSIDE
          && a.left() < b.right()
          && b.left() < a.right()
          && a.top() < b.bottom()
          && b.top() < a.bottom();
    };
  }

  Commands commands() {
    return new Commands(commandBuffer.buffer().name());
  }

  int opaqueCommands() {
    return opaqueCommands;
  }

  int alphaCommands() {
    return alphaCommands;
  }

  /** They come last. */
  int glassCommands() {
    return glassCommands;
  }
}
