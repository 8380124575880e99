package org.diorama.dataset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diorama.core.label.FrameAnnotations;
import org.diorama.core.label.LabelAssets;
import org.diorama.core.label.Labeler;
import org.diorama.core.label.RenderedSteps;
import org.diorama.core.label.ViewAnnotations;
import org.diorama.core.label.pixel.FlowBuffers;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.scene.Annotator;
import org.diorama.core.scene.Annotators;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.files.RecordedFile;
import org.diorama.dataset.files.StagedFile;
import org.diorama.dataset.layout.Kind;
import org.diorama.dataset.layout.Layout;
import org.diorama.dataset.record.AssetPart;
import org.diorama.dataset.record.FrameRecord;
import org.diorama.dataset.record.FrameRecords;
import org.diorama.dataset.record.ViewLabels;

/**
 * Writes one frame: all images beside the dataset, then each into its place, the record last. A
 * frame whose record is in place is complete. One writer belongs to one thread at a time.
 */
final class FrameWriter implements AutoCloseable {
  private final DatasetFolder folder;
  private final Layout layout;
  private final Annotators annotators;
  private final LabelAssets assets;
  private final FrameEncoder encoder = new FrameEncoder();
  private final FlowBuffers flowBuffers = new FlowBuffers();
  private final MaskedLabels masked = new MaskedLabels();

  FrameWriter(DatasetFolder folder, Layout layout, Annotators annotators, LabelAssets assets) {
    this.folder = folder;
    this.layout = layout;
    this.annotators = annotators;
    this.assets = assets;
  }

  void write(SampledFrame frame, RenderedSteps steps) throws IOException {
    RenderedFrame rendered = steps.now();
    FrameAnnotations annotations = Labeler.label(frame, rendered, annotators, assets);
    List<StagedFile> staged = new ArrayList<>();
    try {
      List<RecordedFile> files = new ArrayList<>();
      List<ViewLabels> labels = new ArrayList<>();
      for (int i = 0; i < rendered.views().size(); i++) {
        RenderedView view = rendered.views().get(i);
        ViewAnnotations found = annotations.views().get(i);
        InstanceMeanings meanings = new InstanceMeanings(frame.categories(), found.instances());
        LabelledView labelled = new LabelledView(frame, i, steps, meanings, assets, flowBuffers);
        for (Kind kind : Kind.of(annotators)) {
          if (!FrameEncoder.isMade(kind, labelled)) {
            continue;
          }
          StagedFile file =
              folder.stage(
                  kind.path(layout, frame.key().frame(), view.name(), annotators.floatFiles()));
          staged.add(file);
          encoder.encode(kind, labelled, annotators.floatFiles(), file);
          files.add(file.end());
        }
        labels.add(masked.of(view, found, meanings).with(ColorSums.of(view)));
      }
      FrameRecord record =
          new FrameRecord(FrameRecord.VERSION, annotators, frame, labels, files, parts(frame));
      StagedFile file = folder.stage(layout.record(frame.key().frame()));
      staged.add(file);
      file.write(FrameRecords.encode(record));
      file.end();
      for (StagedFile ready : staged) {
        folder.publish(ready);
      }
    } finally {
      closeAll(staged);
    }
  }

  private SortedMap<String, List<AssetPart>> parts(SampledFrame frame) {
    SortedMap<String, List<AssetPart>> parts = new TreeMap<>();
    if (annotators.has(Annotator.PARTS)) {
      for (SampledNode node : frame.nodes()) {
        parts.computeIfAbsent(node.assetId(), asset -> AssetPart.of(assets.parts(node)));
      }
    }
    return parts;
  }

  private static void closeAll(List<StagedFile> files) throws IOException {
    IOException failure = null;
    for (StagedFile file : files) {
      try {
        file.close();
      } catch (IOException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public void close() {
    encoder.close();
  }
}
