package org.diorama.core.label;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diorama.core.bvh.PlacedSurface;
import org.diorama.core.geometry.ImageBox;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.label.box.Body;
import org.diorama.core.label.box.Box3d;
import org.diorama.core.label.box.FullBox;
import org.diorama.core.label.box.ObjectExtent;
import org.diorama.core.label.box.ObjectPose;
import org.diorama.core.label.keypoint.KeypointSight;
import org.diorama.core.math.Affine3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.InstanceCoverage;
import org.diorama.core.render.RenderedView;
import org.diorama.core.render.SilhouetteBits;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.scene.Annotator;
import org.diorama.core.scene.Annotators;

/**
 * Makes the values of annotations of one view, from what was decided, what was drawn and what is
 * known of assets.
 */
final class InstanceMeasurer {
  private static final Set<Annotator> VALUES =
      EnumSet.of(
          Annotator.BBOX_AMODAL,
          Annotator.BBOX_FULL,
          Annotator.BBOX_LOOSE,
          Annotator.BBOX_3D,
          Annotator.POSE,
          Annotator.AMODAL_MASK,
          Annotator.OCCLUSION,
          Annotator.PIECES,
          Annotator.EXTENT,
          Annotator.KEYPOINTS);

  private static final Annotator[] OF_SHAPES = {
    Annotator.BBOX_FULL, Annotator.BBOX_LOOSE, Annotator.BBOX_3D, Annotator.EXTENT
  };

  private final Annotators annotators;
  private final LabelAssets assets;
  private final PinholeCamera camera;
  private final Affine3 worldFromCamera;
  private final RenderedView view;
  private final Map<Integer, List<SampledNode>> nodes;

  /** Ids of what is labelled as a thing, annotated or not. */
  private final BitSet things;

  private final Map<Integer, SilhouetteBits> silhouettes = new HashMap<>();
  private final MaskPieces pieces = new MaskPieces();
  private final Map<Integer, Integer> pieceCounts = new HashMap<>();
  private final InstanceKeypoints keypoints;
  private Optional<NearestSurface> nearest = Optional.empty();
  private Optional<OccluderCounter> occluders = Optional.empty();
  private Optional<OcclusionOrder> order = Optional.empty();

  InstanceMeasurer(
      Annotators annotators,
      LabelAssets assets,
      SampledFrame frame,
      SampledCamera taken,
      RenderedView view) {
    this.annotators = annotators;
    this.assets = assets;
    this.camera = taken.pinhole();
    this.worldFromCamera = taken.worldFromCamera().atLabelInstant();
    this.view = view;
    this.nodes = frame.nodes().stream().collect(Collectors.groupingBy(SampledNode::instanceId));
    this.things = Labeler.things(frame);
    this.keypoints = new InstanceKeypoints(assets, frame.keypoints());
    List<InstanceCoverage> rows = view.instances().rows();
    if (needsSilhouettes(annotators) && view.silhouettes().size() != rows.size()) {
      throw new IllegalStateException(
          view.silhouettes().size() + " silhouettes of " + rows.size() + " instances");
    }
    for (int i = 0; i < view.silhouettes().size(); i++) {
      silhouettes.put(rows.get(i).instanceId(), view.silhouettes().get(i));
    }
    if (hasAny(Annotator.PIECES, Annotator.OCCLUSION, Annotator.EXTENT)) {
      pieces.scan(ids(), view.width(), view.height());
    }
    if (annotators.has(Annotator.PIECES)) {
      for (int run = 0; run < pieces.runs(); run++) {
        if (pieces.piece(run) == run) {
          pieceCounts.merge(pieces.id(run), 1, Integer::sum);
        }
      }
    }
    if (annotators.has(Annotator.EXTENT)) {
      nearest = Optional.of(new NearestSurface(pieces, things::get, depths(), camera));
    }
    if (annotators.has(Annotator.OCCLUSION)) {
      occluders = Optional.of(new OccluderCounter(pieces, view.width()));
      order = Optional.of(new OcclusionOrder(camera, ids(), orderedThings()));
    }
  }

  /** Things with what their order depends on. */
  private List<OcclusionOrder.Thing> orderedThings() {
    List<OcclusionOrder.Thing> ordered = new ArrayList<>();
    for (int id : new TreeSet<>(silhouettes.keySet())) {
      if (things.get(id) && !silhouettes.get(id).box().isEmpty()) {
        List<PlacedSurface> surfaces =
            nodes.get(id).stream()
                .map(
                    node ->
                        new PlacedSurface(
                            worldFromCamera.inverseTimes(node.worldFromObject().atLabelInstant()),
                            assets.surface(node)))
                .toList();
        ordered.add(new OcclusionOrder.Thing(id, silhouettes.get(id), surfaces));
      }
    }
    return ordered;
  }

  /** Whether any of the annotators is made here. */
  static boolean isWanted(Annotators annotators) {
    return VALUES.stream().anyMatch(annotators::has);
  }

  /** Whether any of the annotators needs silhouettes. */
  static boolean needsSilhouettes(Annotators annotators) {
    return Stream.of(Annotator.BBOX_AMODAL, Annotator.AMODAL_MASK, Annotator.OCCLUSION)
        .anyMatch(annotators::has);
  }

  private boolean hasAny(Annotator... some) {
    return List.of(some).stream().anyMatch(annotators::has);
  }

  private ShortBuffer ids() {
    return ordered(Channel.INSTANCE).asShortBuffer();
  }

  private FloatBuffer depths() {
    return ordered(Channel.DEPTH).asFloatBuffer();
  }

  private ByteBuffer ordered(Channel channel) {
    return view.plane(channel).duplicate().order(ByteOrder.nativeOrder());
  }

  /** The annotation with its measures; as it is where it is none of a view's annotations. */
  InstanceAnnotation measure(InstanceAnnotation annotation) {
    return annotation.verdict().isAnnotated()
        ? annotation.with(measures(annotation.instanceId()))
        : annotation;
  }

  private InstanceMeasures measures(int instanceId) {
    List<SampledNode> own = nodes.get(instanceId);
    List<Body> bodies = hasAny(OF_SHAPES) ? bodies(own) : List.of();
    Optional<SilhouetteBits> silhouette = Optional.ofNullable(silhouettes.get(instanceId));
    Optional<ImageBox> full =
        hasAny(Annotator.BBOX_FULL, Annotator.EXTENT)
            ? FullBox.of(camera, worldFromCamera, bodies)
            : Optional.empty();
    Optional<Box3d> box = bodies.isEmpty() ? Optional.empty() : Box3d.of(worldFromCamera, bodies);
    return new InstanceMeasures(
        where(Annotator.BBOX_AMODAL, () -> silhouette.map(bits -> ImageBox.of(bits.tightBox()))),
        where(Annotator.BBOX_FULL, () -> full),
        where(Annotator.BBOX_LOOSE, () -> box.flatMap(around -> around.projected(camera))),
        where(Annotator.BBOX_3D, () -> box),
        where(
            Annotator.POSE,
            () ->
                Optional.of(
                    ObjectPose.of(worldFromCamera, own.get(0).worldFromObject().atLabelInstant()))),
        where(Annotator.EXTENT, () -> box.map(around -> extent(instanceId, around, full))),
        annotators.has(Annotator.PIECES)
            ? OptionalInt.of(pieceCounts.getOrDefault(instanceId, 0))
            : OptionalInt.empty(),
        where(
            Annotator.OCCLUSION,
            () ->
                silhouette.map(
                    bits ->
                        occluders
                            .orElseThrow()
                            .occluders(instanceId, bits, order.orElseThrow().before(instanceId)))),
        where(
            Annotator.KEYPOINTS,
            () ->
                Optional.of(
                    keypoints.see(
                        own.get(0), worldFromCamera, new KeypointSight(camera, ids(), depths())))),
        where(Annotator.AMODAL_MASK, () -> silhouette));
  }

  private List<Body> bodies(List<SampledNode> nodes) {
    return nodes.stream()
        .map(node -> new Body(assets.points(node), node.worldFromObject().atLabelInstant()))
        .toList();
  }

  private ObjectExtent extent(int instanceId, Box3d box, Optional<ImageBox> full) {
    return new ObjectExtent(
        box.distance(),
        nearest.orElseThrow().distance(instanceId),
        full.map(around -> OptionalDouble.of(Math.max(around.width(), around.height())))
            .orElse(OptionalDouble.empty()));
  }

  private <T> Optional<T> where(Annotator annotator, Supplier<Optional<T>> value) {
    return annotators.has(annotator) ? value.get() : Optional.empty();
  }
}
