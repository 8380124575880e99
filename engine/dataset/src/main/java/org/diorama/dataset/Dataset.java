package org.diorama.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.label.LabelAssets;
import org.diorama.core.label.RenderedSteps;
import org.diorama.core.random.FrameKey;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.scene.Annotators;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.files.DiskOperations;
import org.diorama.dataset.files.FileFailures;
import org.diorama.dataset.files.FileOperations;
import org.diorama.dataset.files.FolderLocks;
import org.diorama.dataset.format.DatasetDescription;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Layout;

/**
 * A dataset that a run adds frames to. Safe for use by several threads; several runs, in several
 * processes, may be at work in one folder, be it with the same frames.
 *
 * <p>A frame is committed when its record is in place. A committed frame survives the death of the
 * process at any moment. A closed block and a finished dataset survive the death of the machine,
 * too; frames whose files such a death has cut short are noticed by their sizes and rendered again.
 */
public final class Dataset implements AutoCloseable {
  private final DatasetFolder folder;
  private final OpenedDataset opened;
  private final LabelAssets assets;
  private final BlockProgress blocks;
  private final Queue<FrameWriter> idleWriters = new ConcurrentLinkedQueue<>();

  private Dataset(DatasetFolder folder, OpenedDataset opened, LabelAssets assets) {
    this.folder = folder;
    this.opened = opened;
    this.assets = assets;
    this.blocks = new BlockProgress(folder, opened);
  }

  /**
   * Prepares a folder for a run: makes it where there is none, compares the configuration with what
   * is there, finds out which frames are missing.
   *
   * @param source the scene as its author gave it; kept by the first run
   * @param assets what labels may ask of the frames' assets
   * @throws DioramaException OTHER_CONFIGURATION, CANNOT_CREATE, PERMISSION, INPUT_OUTPUT, or
   *     BAD_INPUT where the folder's own files are damaged
   */
  public static Dataset open(
      Path root,
      DatasetDescription description,
      SceneSource source,
      DatasetRequest request,
      LabelAssets assets) {
    return open(new DiskOperations(), root, description, source, request, assets);
  }

  static Dataset open(
      FileOperations operations,
      Path root,
      DatasetDescription description,
      SceneSource source,
      DatasetRequest request,
      LabelAssets assets) {
    requireNumbers(description, request);
    try {
      DatasetOpening.requireNoStrangers(root);
    } catch (IOException e) {
      throw FileFailures.creating(root, e);
    }
    DatasetFolder folder = DatasetFolder.open(operations, root);
    try {
      return new Dataset(
          folder, new DatasetOpening(folder, description, source, request).run(), assets);
    } catch (IOException e) {
      DioramaException failure = FileFailures.creating(root, e);
      folder.closeAfter(failure);
      throw failure;
    } catch (RuntimeException | Error e) {
      folder.closeAfter(e);
      throw e;
    }
  }

  private static void requireNumbers(DatasetDescription description, DatasetRequest request) {
    int cameras = description.cameras().size();
    FrameSet frames = request.all();
    long last = FrameKey.lastFrame(cameras);
    if (!frames.isEmpty() && frames.at(frames.size() - 1) > last) {
      throw new DioramaException(
          ExitStatus.USAGE, "--frames: with " + cameras + " cameras frame numbers end at " + last);
    }
  }

  public Layout layout() {
    return opened.layout();
  }

  /** What is said of each frame that the run makes: what it asks for and what is there. */
  public Annotators annotators() {
    return opened.annotators();
  }

  /**
   * The run's own frames that were not committed with all of {@link #annotators} when it began, and
   * have not failed.
   */
  public FrameSet remaining() {
    return opened.remaining();
  }

  /** The run's own frames that an earlier run gave up; {@code force} makes them again. */
  public FrameSet failed() {
    return opened.failed();
  }

  /** Lines for people about what was found, such as a damaged frame that is rendered again. */
  public List<String> notices() {
    return opened.notices();
  }

  /**
   * Labels, encodes and commits a frame; nothing where another writer has committed it meanwhile.
   * The caller closes the rendered frames.
   *
   * @throws DioramaException INPUT_OUTPUT or PERMISSION, or BAD_INPUT for a frame that does not fit
   *     in; the frame is then not committed, and no part of it is left staged
   */
  public void commit(SampledFrame frame, RenderedSteps rendered) {
    long number = frame.key().frame();
    String record = opened.layout().record(number);
    FrameChecks.require(frame, opened.description());
    FrameWriter idle = idleWriters.poll();
    FrameWriter writer =
        idle != null ? idle : new FrameWriter(folder, opened.layout(), opened.annotators(), assets);
    try {
      folder
          .locks()
          .holding(
              FolderLocks.frame(number),
              () -> {
                if (!blocks.isCommitted(number)) {
                  writer.write(frame, rendered);
                }
              });
      blocks.done(number);
    } catch (IOException e) {
      throw FileFailures.writing(folder.resolve(record), e);
    } finally {
      idleWriters.add(writer);
    }
  }

  /** The same without neighboring steps. */
  public void commit(SampledFrame frame, RenderedFrame rendered) {
    commit(frame, RenderedSteps.of(rendered));
  }

  /**
   * Records that a frame cannot be made; its number stays a gap.
   *
   * @param cause one line that does not vary from run to run
   */
  public void fail(long frame, String cause) {
    try {
      new FailureLog(folder).add(new FailedFrame(frame, cause));
      blocks.done(frame);
    } catch (IOException e) {
      throw FileFailures.writing(folder.resolve(FailureLog.PATH), e);
    }
  }

  /** Ends the run. What is committed stays; {@link DatasetFinish} does the rest. */
  @Override
  public void close() {
    idleWriters.forEach(FrameWriter::close);
    folder.close();
  }
}
