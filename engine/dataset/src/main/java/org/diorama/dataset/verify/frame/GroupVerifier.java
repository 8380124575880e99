package org.diorama.dataset.verify.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.diorama.dataset.verify.files.FrameGroup;
import org.diorama.dataset.verify.files.ManifestFacts;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.foreign.SelfScore;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.read.FaultyFile;
import tools.jackson.databind.JsonNode;

/**
 * Verifies the frames of a group, several at a time. Records are read in their order by one thread,
 * which knows where each sequence began; as many frames as there are permits are in memory.
 */
public final class GroupVerifier {
  private final Path root;
  private final ManifestFacts manifest;
  private final Findings findings;
  private final Examined examined;
  private final ExecutorService workers;
  private final int inFlight;
  private final Runnable frameDone;
  private JsonNode sequence;
  private long sequenceNumber = -1;
  private final Census census = new Census();
  private final SelfScore self = new SelfScore();
  private final SelfScore points = new SelfScore();

  /**
   * @param inFlight frames in memory at most
   * @param frameDone called after each frame, by any thread
   */
  public GroupVerifier(
      Path root,
      ManifestFacts manifest,
      Findings findings,
      Examined examined,
      ExecutorService workers,
      int inFlight,
      Runnable frameDone) {
    this.root = root;
    this.manifest = manifest;
    this.findings = findings;
    this.examined = examined;
    this.workers = workers;
    this.inFlight = inFlight;
    this.frameDone = frameDone;
  }

  /** What the records of all groups so far hold. */
  public Census census() {
    return census;
  }

  /** Says what the annotations of all groups so far score against themselves. */
  public void tellScores() {
    self.tell("annotations", findings, examined);
    points.tell("annotations of keypoints", findings, examined);
  }

  /** Returns when all frames of the group are done. */
  public void verify(FrameGroup group) throws IOException, InterruptedException {
    Semaphore permits = new Semaphore(inFlight);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    List<GroupAnnotations> annotations = new ArrayList<>();
    try (RecordSource records = new RecordSource(root, group)) {
      for (String format : GroupAnnotations.formats(group)) {
        annotations.add(GroupAnnotations.open(root, format, manifest, group, findings, examined));
      }
      FrameVerifier verifier =
          new FrameVerifier(
              root, manifest, group, annotations, census, self, points, findings, examined);
      try {
        while (records.hasNext() && failure.get() == null) {
          long frame = records.advance();
          JsonNode record = read(records, frame);
          if (record == null) {
            frameDone.run();
            continue;
          }
          JsonNode first = firstOfSequence(frame, record);
          String path = records.path();
          permits.acquire();
          workers.execute(
              () -> {
                try {
                  verifier.verify(frame, path, record, first);
                } catch (IOException | RuntimeException | Error e) {
                  failure.compareAndSet(null, e);
                } finally {
                  frameDone.run();
                  permits.release();
                }
              });
        }
      } finally {
        permits.acquire(inFlight);
      }
    } finally {
      for (GroupAnnotations files : annotations) {
        files.close();
      }
    }
    raise(failure.get());
  }

  private static void raise(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof IOException input) {
      throw new UncheckedIOException(input);
    }
    if (failure != null) {
      throw (RuntimeException) failure;
    }
  }

  /** Null where the record is no record; told then. */
  private JsonNode read(RecordSource records, long frame) throws IOException {
    try {
      return Json.parse(records.bytes());
    } catch (FaultyFile e) {
      findings.add(
          Finding.of(
                  e.fault() == Fault.FILE_UNREADABLE ? e.fault() : Fault.RECORD_UNREADABLE,
                  records.path(),
                  e.getMessage())
              .ofFrame(frame));
      return null;
    }
  }

  private JsonNode firstOfSequence(long frame, JsonNode record) {
    long number = frame / ((long) manifest.length() * manifest.twins());
    if (number != sequenceNumber) {
      sequenceNumber = number;
      sequence = record;
    }
    return sequence;
  }
}
