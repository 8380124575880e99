package org.diorama.core.label;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.render.InstanceCoverage;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.scene.Annotator;
import org.diorama.core.scene.Annotators;
import org.diorama.core.scene.Category;
import org.diorama.core.scene.CategoryTable;
import org.diorama.core.scene.LabelRules;

/**
 * Applies the author's rules to what the renderer measured. Knows no file format.
 *
 * <p>Pixels of pieces that the rules drop have {@link SampledNode#VOID_ID} in the view's instance
 * plane afterwards.
 */
public final class Labeler {
  private Labeler() {}

  /**
   * @param annotators whose values are wanted; those of others are left empty
   * @throws org.diorama.core.DioramaException BAD_INPUT where an asset that they need is not the
   *     one that the frame was sampled with
   */
  public static FrameAnnotations label(
      SampledFrame frame, RenderedFrame rendered, Annotators annotators, LabelAssets assets) {
    List<ViewAnnotations> views = new ArrayList<>();
    requireViews(frame, rendered);
    CategoryTable categories = new CategoryTable(frame.categories());
    Map<Integer, SampledNode> nodes = new HashMap<>();
    frame.nodes().forEach(node -> nodes.putIfAbsent(node.instanceId(), node));
    for (int i = 0; i < rendered.views().size(); i++) {
      RenderedView view = rendered.views().get(i);
      List<InstanceAnnotation> instances = new ArrayList<>();
      List<InstanceCoverage> rows = view.instances().rows();
      if (rows.size() != nodes.size()) {
        throw new IllegalStateException(rows.size() + " rows for " + nodes.size() + " instances");
      }
      if (frame.labels().minPieceShare() > 0) {
        rows = withoutSmallPieces(frame, view, rows);
      }
      for (InstanceCoverage row : rows) {
        instances.add(
            annotate(nodes.get(row.instanceId()), row, categories, frame.labels(), annotators));
      }
      if (InstanceMeasurer.isWanted(annotators)) {
        InstanceMeasurer measurer =
            new InstanceMeasurer(annotators, assets, frame, frame.cameras().get(i), view);
        instances.replaceAll(measurer::measure);
      }
      views.add(new ViewAnnotations(view.name(), instances));
    }
    return new FrameAnnotations(views);
  }

  private static List<InstanceCoverage> withoutSmallPieces(
      SampledFrame frame, RenderedView view, List<InstanceCoverage> rows) {
    return new SmallPieces(frame.labels().minPieceShare()).drop(view, rows, things(frame)::get);
  }

  /** Ids of what is labelled as a thing, annotated or not. */
  static BitSet things(SampledFrame frame) {
    CategoryTable categories = new CategoryTable(frame.categories());
    BitSet things = new BitSet();
    for (SampledNode node : frame.nodes()) {
      categories
          .withId(node.categoryId())
          .filter(category -> !category.isStuff())
          .ifPresent(category -> things.set(node.instanceId()));
    }
    return things;
  }

  private static void requireViews(SampledFrame frame, RenderedFrame rendered) {
    List<String> drawn = rendered.views().stream().map(RenderedView::name).toList();
    List<String> wanted = frame.cameras().stream().map(SampledCamera::name).toList();
    if (!drawn.equals(wanted)) {
      throw new IllegalStateException("views " + drawn + " where " + wanted + " were due");
    }
  }

  private static InstanceAnnotation annotate(
      SampledNode node,
      InstanceCoverage row,
      CategoryTable categories,
      LabelRules rules,
      Annotators annotators) {
    if (node == null) {
      throw new IllegalStateException("a row of instance " + row.instanceId() + ": there is none");
    }
    return new InstanceAnnotation(
        node.instanceId(),
        node.categoryId(),
        verdict(categories.withId(node.categoryId()), row, rules),
        row.visiblePixels(),
        row.box(),
        row.visibleFraction(),
        row.truncation(),
        row.nearestDepth(),
        row.farthestDepth(),
        row.contrast().filter(measured -> annotators.has(Annotator.CONTRAST)),
        InstanceMeasures.NONE);
  }

  private static LabelVerdict verdict(
      Optional<Category> category, InstanceCoverage row, LabelRules rules) {
    if (category.isEmpty()) {
      return LabelVerdict.UNLABELLED;
    }
    if (row.visiblePixels() == 0) {
      return LabelVerdict.INVISIBLE;
    }
    if (category.get().use() == Category.Use.VOID) {
      return LabelVerdict.VOID;
    }
    if (category.get().isStuff()) {
      return LabelVerdict.STUFF;
    }
    LabelVerdict bound = bound(row, rules);
    return bound.isVoid() && rules.then() == LabelRules.Then.CROWD ? LabelVerdict.CROWD : bound;
  }

  private static LabelVerdict bound(InstanceCoverage row, LabelRules rules) {
    if (row.visiblePixels() < rules.leastPixels()) {
      return LabelVerdict.FEW_PIXELS;
    }
    if (row.visibleFraction() < rules.leastFraction()) {
      return LabelVerdict.MOSTLY_HIDDEN;
    }
    return row.truncation() > rules.greatestTruncation()
        ? LabelVerdict.TRUNCATED
        : LabelVerdict.ANNOTATED;
  }
}
