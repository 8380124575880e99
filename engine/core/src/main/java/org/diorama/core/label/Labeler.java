package org.diorama.core.label;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.render.InstanceCoverage;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.scene.LabelRules;

/** Applies the author's rules to what the renderer measured. Knows no file format. */
public final class Labeler {
  private Labeler() {}

  public static FrameAnnotations label(SampledFrame frame, RenderedFrame rendered) {
    List<ViewAnnotations> views = new ArrayList<>();
    requireViews(frame, rendered);
    for (RenderedView view : rendered.views()) {
      List<InstanceAnnotation> instances = new ArrayList<>();
      List<InstanceCoverage> rows = view.instances().rows();
      if (rows.size() != frame.nodes().size()) {
        throw new IllegalStateException(
            rows.size() + " rows for " + frame.nodes().size() + " instances");
      }
      for (int i = 0; i < rows.size(); i++) {
        instances.add(annotate(frame.nodes().get(i), rows.get(i), frame.labels()));
      }
      views.add(new ViewAnnotations(view.name(), instances));
    }
    return new FrameAnnotations(views);
  }

  private static void requireViews(SampledFrame frame, RenderedFrame rendered) {
    List<String> drawn = rendered.views().stream().map(RenderedView::name).toList();
    List<String> wanted = frame.cameras().stream().map(SampledCamera::name).toList();
    if (!drawn.equals(wanted)) {
      throw new IllegalStateException("views " + drawn + " where " + wanted + " were due");
    }
  }

  private static InstanceAnnotation annotate(
      SampledNode node, InstanceCoverage row, LabelRules rules) {
    if (node.instanceId() != row.instanceId()) {
      throw new IllegalStateException(
          "row of instance " + row.instanceId() + " where " + node.instanceId() + " was due");
    }
    return new InstanceAnnotation(
        node.instanceId(),
        node.categoryId(),
        verdict(node, row, rules),
        row.visiblePixels(),
        row.box(),
        row.visibleFraction(),
        row.truncation(),
        row.nearestDepth(),
        row.farthestDepth(),
        row.contrast());
  }

  private static LabelVerdict verdict(SampledNode node, InstanceCoverage row, LabelRules rules) {
    if (node.categoryId() == 0) {
      return LabelVerdict.UNLABELLED;
    }
    if (row.visiblePixels() == 0) {
      return LabelVerdict.INVISIBLE;
    }
    boolean few = row.visiblePixels() < rules.leastPixels();
    if (!few && row.visibleFraction() >= rules.leastFraction()) {
      return LabelVerdict.ANNOTATED;
    }
    if (rules.then() == LabelRules.Then.CROWD) {
      return LabelVerdict.CROWD;
    }
    return few ? LabelVerdict.FEW_PIXELS : LabelVerdict.MOSTLY_HIDDEN;
  }
}
