package org.diorama.dataset.verify.frame;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diorama.dataset.verify.files.FrameGroup;
import org.diorama.dataset.verify.files.ManifestFacts;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.foreign.SelfScore;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.PngImage;
import org.diorama.dataset.verify.read.PngReader;
import org.diorama.dataset.verify.read.PresentFile;
import tools.jackson.databind.JsonNode;

/** Gathers what a dataset holds of a frame and runs every check on it. Safe for several threads. */
final class FrameVerifier {
  static final String IMAGES = "images, every checksum";

  private final Path root;
  private final ManifestFacts manifest;
  private final FrameGroup group;
  private final List<GroupAnnotations> annotations;
  private final Census census;
  private final SelfScore self;
  private final SelfScore points;
  private final Set<String> listed;
  private final PixelCheck pixels;
  private final ColorCheck colors = new ColorCheck();
  private final FrameCheck segments = of(new SegmentCheck());
  private final RecordCheck records;
  private final List<FrameCheck> frameChecks;
  private final List<FrameCheck> formatChecks;
  private final Findings findings;
  private final Examined examined;

  FrameVerifier(
      Path root,
      ManifestFacts manifest,
      FrameGroup group,
      List<GroupAnnotations> annotations,
      Census census,
      SelfScore self,
      SelfScore points,
      Findings findings,
      Examined examined) {
    this.root = root;
    this.manifest = manifest;
    this.group = group;
    this.annotations = annotations;
    this.census = census;
    this.self = self;
    this.points = points;
    this.findings = findings;
    this.examined = examined;
    pixels = new PixelCheck(manifest);
    listed = group.byPath().keySet();
    records = new RecordCheck(manifest, group.byPath());
    frameChecks =
        List.of(
            records,
            new FolderCheck(manifest),
            new SequenceCheck(),
            new RigCheck(),
            of(pixels),
            of(new RayCheck(root, manifest)),
            of(new NormalCheck(root)),
            new NocsCheck(root),
            new AlbedoCheck(root),
            new PartCheck(root, manifest),
            new DisparityCheck(root),
            of(new CloudCheck(root, manifest)),
            new YoloCheck(root, manifest, group),
            new FlowCheck(root, manifest, group, FlowCheck.Direction.FORWARD),
            new FlowCheck(root, manifest, group, FlowCheck.Direction.BACKWARD));
    formatChecks =
        List.of(
            new ImageCheck(manifest),
            new TrackCheck(),
            of(new StuffCheck(manifest)),
            of(new AnnotationCheck()),
            of(new MaskCheck()),
            of(new AmodalCheck()),
            of(new PieceCheck()),
            of(new Box3dCheck(manifest)),
            of(new ExtentCheck()),
            of(new OrderCheck()),
            new PoseCheck(),
            of(new PointCheck(manifest)));
    examined.announce(IMAGES);
    examined.announce(DepthCheck.NAME);
    examined.announce(ColorCheck.NAME);
    frameChecks.forEach(check -> examined.announce(check.name()));
    formatChecks.forEach(check -> examined.announce(check.name()));
    examined.announce(segments.name());
  }

  /**
   * @param sequence record of the first frame of its sequence
   */
  void verify(long number, String recordPath, JsonNode record, JsonNode sequence)
      throws IOException {
    if (!records.isInPlace(number, recordPath, record, report(records.name(), number))) {
      return;
    }
    for (int i = 0; i < manifest.cameras().size(); i++) {
      CameraPose pose = CameraPose.of(record.path("frame").path("cameras").path(i));
      if (!pose.hasSize()) {
        report(records.name(), number)
            .find(
                Fault.RECORD_UNREADABLE,
                recordPath,
                "camera %d has an image of %d x %d pixels"
                    .formatted(i, pose.width(), pose.height()));
        return;
      }
    }
    List<ViewEvidence> views = new ArrayList<>();
    for (int i = 0; i < manifest.cameras().size(); i++) {
      views.add(view(number, i, record));
    }
    FrameEvidence frame =
        colors.sound(
            new FrameEvidence(number, recordPath, record, sequence, views),
            report(ColorCheck.NAME, number));
    census.add(frame);
    frameChecks.forEach(check -> check.check(frame, report(check.name(), number)));
    for (GroupAnnotations format : annotations) {
      FrameEvidence seen = frame.with(format);
      formatChecks.forEach(check -> check.check(seen, report(check.name(), number)));
      if (format == annotations.get(0)) {
        // One file has the segments of all formats.
        segments.check(seen, report(segments.name(), number));
        score(seen);
      }
    }
  }

  private void score(FrameEvidence frame) {
    for (ViewEvidence view : frame.views()) {
      self.add(
          view.imageId(),
          view.camera().width(),
          view.camera().height(),
          view.coco().annotations().stream().map(CocoImageEvidence.Entry::json).toList());
      points.add(
          view.imageId(),
          view.camera().width(),
          view.camera().height(),
          view.coco().keypoints().stream().map(CocoImageEvidence.Entry::json).toList());
      if (view.has(Plane.PANOPTIC)) {
        view.coco()
            .panoptic()
            .values()
            .forEach(
                panoptic -> self.add(view.values(Plane.PANOPTIC), panoptic.path("segments_info")));
      }
    }
  }

  private static FrameCheck of(ViewCheck each) {
    return new FrameCheck() {
      @Override
      public String name() {
        return each.name();
      }

      @Override
      public void check(FrameEvidence frame, CheckReport report) {
        frame.views().forEach(view -> each.check(view, report));
      }
    };
  }

  /** Of a listed file the list tells whether it is there and may be read. */
  private void tell(FaultyFile fault, String path, long frame, long imageId) {
    boolean told = fault.fault() == Fault.FILE_MISSING || fault.fault() == Fault.FILE_UNREADABLE;
    if (told && listed.contains(path)) {
      examined.lacking(IMAGES, "an image that is there and may be read");
    } else {
      findings.add(
          Finding.of(fault.fault(), path, fault.getMessage()).ofFrame(frame).ofImage(imageId));
    }
  }

  private CheckReport report(String check, long frame) {
    return new CheckReport(check, frame, findings, examined);
  }

  private ViewEvidence view(long frame, int index, JsonNode record) throws IOException {
    String camera = manifest.cameras().get(index);
    String fileName = group.frameName(frame) + (camera.isEmpty() ? "" : "_" + camera) + ".png";
    long imageId = frame * manifest.cameras().size() + index + 1;
    CameraPose pose = CameraPose.of(record.path("frame").path("cameras").path(index));
    List<RecordedLabel> labels =
        record
            .path("views")
            .path(index)
            .path("instances")
            .valueStream()
            .map(RecordedLabel::of)
            .toList();
    Map<Plane, PngImage> planes = new EnumMap<>(Plane.class);
    for (Plane plane : Plane.values()) {
      String path = plane.path(fileName);
      try {
        planes.put(plane, read(plane, path, pose));
      } catch (FaultyFile e) {
        tell(e, path, frame, imageId);
      }
      examined.add(IMAGES, 1);
    }
    ViewEvidence view =
        new ViewEvidence(
            frame,
            index,
            fileName,
            imageId,
            pose,
            labels,
            record.path("views").path(index).path("stuff").valueStream().toList(),
            planes,
            CocoImageEvidence.NONE);
    ViewEvidence sound = sound(view);
    return sound.with(Depths.of(sound, AnnotatorFiles.depths(root, sound), manifest));
  }

  /** Leaves out what is not this view's, so that other checks blame nothing else for it. */
  private ViewEvidence sound(ViewEvidence view) {
    int outvoted = view.showsAnotherFrame() ? 0 : pixels.outvoted(view);
    if (!view.showsAnotherFrame() && outvoted == 0) {
      return new DepthCheck(manifest).isSound(view, report(DepthCheck.NAME, view.frame()))
          ? view
          : view.without(Plane.DEPTH);
    }
    report(pixels.name(), view.frame())
        .findImage(
            Fault.INSTANCE_IMAGE_WRONG,
            Plane.INSTANCE.path(view.fileName()),
            view.imageId(),
            outvoted == 0
                ? "the pixels of most ids are not as many as the record says"
                : outvoted + " pixels are others in the semantic and the panoptic image alike");
    return view.without(Plane.INSTANCE);
  }

  private PngImage read(Plane plane, String path, CameraPose pose) throws IOException, FaultyFile {
    byte[] bytes;
    try {
      bytes = PresentFile.bytes(root.resolve(path));
    } catch (NoSuchFileException e) {
      throw new FaultyFile(Fault.FILE_MISSING, "the image of a frame is not there");
    }
    PngImage image = PngReader.read(bytes, pose.width(), pose.height());
    image.requireForm(plane.channels(), plane.bitDepth(manifest.semanticVoid()));
    return image;
  }
}
