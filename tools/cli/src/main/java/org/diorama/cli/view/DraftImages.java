package org.diorama.cli.view;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diorama.core.label.InstanceAnnotation;
import org.diorama.core.label.LabelAssets;
import org.diorama.core.label.LabelVerdict;
import org.diorama.core.label.Labeler;
import org.diorama.core.label.ViewAnnotations;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.scene.Annotators;
import org.diorama.core.scene.Category;

/** Labelled images straight from a renderer. */
final class DraftImages {
  private DraftImages() {}

  /** One image for each camera; copies, so the rendered frame may be closed. */
  static List<LabelledImage> of(SampledFrame frame, RenderedFrame rendered) {
    Map<Integer, String> names =
        frame.categories().stream().collect(Collectors.toMap(Category::id, Category::name));
    List<ViewAnnotations> labels =
        Labeler.label(frame, rendered, Annotators.DEFAULT, LabelAssets.none()).views();
    List<LabelledImage> images = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      RenderedView view = rendered.views().get(i);
      images.add(
          new LabelledImage(
              Sources.of(frame, view.name()),
              color(view),
              List.of(instances(view)),
              depths(view),
              labels.get(i).instances().stream()
                  .filter(DraftImages::isAnnotated)
                  .map(label -> box(label, names.get(label.categoryId())))
                  .toList(),
              List.of(),
              List.of(),
              Map.of()));
    }
    return images;
  }

  private static boolean isAnnotated(InstanceAnnotation label) {
    return label.verdict().isAnnotated();
  }

  private static LabelledImage.Box box(InstanceAnnotation label, String name) {
    return LabelledImage.Box.of(
            label.instanceId(),
            name,
            label.visibleFraction(),
            label.box().left(),
            label.box().top(),
            label.box().width(),
            label.box().height())
        .withCrowd(label.verdict() == LabelVerdict.CROWD);
  }

  private static BufferedImage color(RenderedView view) {
    ByteBuffer plane = view.plane(Channel.COLOR);
    BufferedImage image =
        new BufferedImage(view.width(), view.height(), BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < view.width() * view.height(); i++) {
      int rgb =
          (plane.get(4 * i) & 0xff) << 16
              | (plane.get(4 * i + 1) & 0xff) << 8
              | (plane.get(4 * i + 2) & 0xff);
      image.setRGB(i % view.width(), i / view.width(), rgb);
    }
    return image;
  }

  private static int[] instances(RenderedView view) {
    ByteBuffer plane = nativeOrder(view, Channel.INSTANCE);
    int[] ids = new int[view.width() * view.height()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = Short.toUnsignedInt(plane.getShort(2 * i));
    }
    return ids;
  }

  private static float[] depths(RenderedView view) {
    float[] depths = new float[view.width() * view.height()];
    nativeOrder(view, Channel.DEPTH).asFloatBuffer().get(0, depths);
    return depths;
  }

  private static ByteBuffer nativeOrder(RenderedView view, Channel channel) {
    return view.plane(channel).duplicate().order(ByteOrder.nativeOrder());
  }
}
