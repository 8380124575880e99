package org.diorama.core.label;

import java.util.EnumSet;
import java.util.Set;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Measure;
import org.diorama.core.render.RenderJob;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.scene.Annotator;
import org.diorama.core.scene.Annotators;

/** What has to be rendered of a frame so that annotators can say something of it. */
public final class LabelJob {
  /** What is said of the objects that an instance is made of, one by one. */
  private static final Set<Annotator> OF_DRAWS =
      EnumSet.of(Annotator.FLOW, Annotator.FLOW_BACKWARD, Annotator.PARTS, Annotator.NOCS);

  private LabelJob() {}

  /** One view a camera, with the planes and measures that the annotators need. */
  public static RenderJob of(SampledFrame frame, Annotators annotators) {
    Set<Measure> measures = measures(annotators);
    return RenderJob.of(frame, channels(frame, annotators))
        .withViews(view -> view.measuring(measures));
  }

  private static Set<Channel> channels(SampledFrame frame, Annotators annotators) {
    Set<Channel> channels = EnumSet.copyOf(Channel.USUAL);
    if (annotators.has(Annotator.NORMALS) || annotators.has(Annotator.NORMALS_WORLD)) {
      channels.add(Channel.NORMAL);
    }
    if (annotators.has(Annotator.ALBEDO)) {
      channels.add(Channel.ALBEDO);
    }
    if (annotators.has(Annotator.PARTS)) {
      channels.add(Channel.PART);
    }
    if (OF_DRAWS.stream().anyMatch(annotators::has) && RenderJob.mergesDraws(frame)) {
      channels.add(Channel.DRAW);
    }
    return channels;
  }

  private static Set<Measure> measures(Annotators annotators) {
    Set<Measure> measures = EnumSet.noneOf(Measure.class);
    if (annotators.has(Annotator.CONTRAST)) {
      measures.add(Measure.CONTRAST);
    }
    if (InstanceMeasurer.needsSilhouettes(annotators)) {
      measures.add(Measure.SILHOUETTES);
    }
    return measures;
  }
}
