package org.diorama.dataset.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.files.FileFailures;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.verify.files.FileCheck;
import org.diorama.dataset.verify.files.FrameGroup;
import org.diorama.dataset.verify.files.ListedFile;
import org.diorama.dataset.verify.files.ManifestFacts;
import org.diorama.dataset.verify.files.SealCheck;
import org.diorama.dataset.verify.files.StrayFiles;
import org.diorama.dataset.verify.files.TrainerFiles;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.frame.GroupVerifier;
import org.diorama.dataset.verify.frame.YoloDataCheck;
import org.diorama.dataset.verify.json.FileList;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.PresentFile;
import tools.jackson.databind.JsonNode;

/** Verifies a finished dataset of ours. Reads only; memory does not grow with the frames. */
public final class DatasetVerification {
  private static final String STRAYS = "no file unlisted";
  private static final String LOST = "; nothing but its COCO files was read";

  private final Path root;
  private final ManifestFacts manifest;
  private final Findings findings = new Findings();
  private final Examined examined = new Examined();
  private final LongConsumer framesDone;

  private DatasetVerification(Path root, ManifestFacts manifest, LongConsumer framesDone) {
    this.root = root;
    this.manifest = manifest;
    this.framesDone = framesDone;
  }

  /** Whether a folder holds a dataset of ours, finished or not. */
  public static boolean isAt(Path root) {
    return Files.isRegularFile(root.resolve(ManifestFacts.PATH));
  }

  /** Whether a dataset's manifest is there and can be read. */
  public static boolean hasManifest(Path root) {
    return manifestFault(root).isEmpty();
  }

  /**
   * What is wrong with a dataset's manifest as a file; absent where it can be read. One that may
   * not be is left to whoever reads it.
   */
  public static Optional<Finding> manifestFault(Path root) {
    if (Files.isDirectory(root.resolve(ManifestFacts.PATH))) {
      return Optional.of(missing(Fault.FOLDER_FOR_FILE));
    }
    try {
      ManifestFacts.read(root);
      return Optional.empty();
    } catch (AccessDeniedException e) {
      return Optional.empty();
    } catch (FaultyFile e) {
      return Optional.of(Finding.of(e.fault(), ManifestFacts.PATH, e.getMessage() + LOST));
    } catch (IOException e) {
      return Optional.of(missing(Fault.FILE_MISSING));
    }
  }

  private static Finding missing(Fault fault) {
    return Finding.of(fault, ManifestFacts.PATH, "a dataset's manifest belongs here" + LOST);
  }

  /** How many frames a dataset has by its manifest. */
  public static long frames(Path root) {
    return manifest(root).frames().size();
  }

  private static ManifestFacts manifest(Path root) {
    try {
      return ManifestFacts.read(root);
    } catch (FaultyFile e) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          root.resolve(ManifestFacts.PATH) + ": no manifest: " + e.getMessage(),
          e);
    } catch (NoSuchFileException e) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT, root + " holds no finished dataset: there is no dataset.json", e);
    } catch (IOException e) {
      throw FileFailures.writing(root.resolve(ManifestFacts.PATH), e);
    }
  }

  /**
   * Verifies all of it.
   *
   * @param workers threads
   * @param framesDone hears how many frames are done, by several threads
   * @param more what is checked afterwards
   * @throws DioramaException BAD_INPUT where there is no readable manifest, INPUT_OUTPUT where the
   *     disk fails
   */
  public static Verification run(Path root, int workers, LongConsumer framesDone, MoreChecks more)
      throws InterruptedException {
    DatasetVerification run = new DatasetVerification(root, manifest(root), framesDone);
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    try {
      run.verify(pool, workers);
      more.check(run.findings, run.examined);
    } catch (IOException e) {
      throw new DioramaException(ExitStatus.INPUT_OUTPUT, root + ": " + e, e);
    } finally {
      pool.shutdown();
    }
    return run.outcome();
  }

  private void verify(ExecutorService pool, int workers) throws IOException, InterruptedException {
    examined.announce(SealCheck.NAME);
    examined.announce(FileCheck.NAME);
    examined.announce(STRAYS);
    new SealCheck(root, manifest, findings).check(examined);
    new YoloDataCheck(root, manifest, findings).check();
    FileCheck files = new FileCheck(root, findings, examined);
    StrayFiles strays = StrayFiles.find(root, manifest.inBlocks());
    AtomicLong done = new AtomicLong();
    GroupVerifier frames =
        new GroupVerifier(
            root,
            manifest,
            findings,
            examined,
            pool,
            2 * workers,
            () -> framesDone.accept(done.incrementAndGet()));
    hash(manifest.own(), files, pool);
    if (manifest.inBlocks()) {
      blocks(files, strays, frames, pool);
    } else {
      hash(manifest.frameFiles(), files, pool);
      List<ListedFile> all = new ArrayList<>(manifest.frameFiles());
      all.addAll(manifest.own());
      strays.unlisted(paths(all), this::stray);
      frames.verify(new FrameGroup(OptionalLong.empty(), manifest.frames(), all));
    }
    strays.closed(
        folder ->
            findings.add(
                Finding.of(
                    Fault.FILE_UNREADABLE, folder, "there is no permission to look into it")));
    examined.add(STRAYS, 1);
    count(frames);
    frames.tellScores();
  }

  private void blocks(
      FileCheck files, StrayFiles strays, GroupVerifier frames, ExecutorService pool)
      throws IOException, InterruptedException {
    strays.unlisted(paths(manifest.own()), this::stray);
    Set<Long> unlisted = new HashSet<>(strays.blocks());
    FrameSet inBlocks = FrameSet.EMPTY;
    hash(manifest.blocks(), files, pool);
    for (ListedFile closing : manifest.blocks()) {
      FrameGroup group = block(closing);
      if (group == null) {
        continue;
      }
      hash(group.files(), files, pool);
      List<ListedFile> all = new ArrayList<>(group.files());
      all.add(closing);
      long number = group.block().getAsLong();
      strays.unlistedOf(number, paths(all), this::stray);
      unlisted.remove(number);
      inBlocks = inBlocks.plus(group.frames());
      frames.verify(group);
    }
    for (long number : unlisted) {
      strays.unlistedOf(number, Set.of(), this::stray);
    }
    if (!inBlocks.equals(manifest.frames())) {
      findings.add(
          Finding.of(
              Fault.FRAME_UNLISTED,
              ManifestFacts.PATH,
              "frames " + manifest.frames() + ", the blocks have " + inBlocks));
    }
  }

  /** Null where the closing of a block cannot be read; told then. */
  private FrameGroup block(ListedFile closing) throws IOException {
    List<ListedFile> files = new ArrayList<>();
    try (InputStream in = PresentFile.stream(root.resolve(closing.path()))) {
      JsonNode head =
          FileList.read(in, (list, file) -> files.add(ListedFile.of(file))).path("head");
      return new FrameGroup(
          OptionalLong.of(head.path("block").asLong(-1)),
          FrameSet.parse(head.path("frames").asString("")),
          files);
    } catch (NoSuchFileException e) {
      return null;
    } catch (FaultyFile e) {
      findings.add(Finding.of(e.fault(), closing.path(), e.getMessage()));
    } catch (IllegalArgumentException e) {
      findings.add(Finding.of(Fault.JSON_UNREADABLE, closing.path(), e.getMessage()));
    }
    return null;
  }

  private static Set<String> paths(List<ListedFile> files) {
    Set<String> paths = new HashSet<>();
    files.forEach(file -> paths.add(file.path()));
    return paths;
  }

  private void stray(String path) {
    if (TrainerFiles.are(path)) {
      examined.add(TrainerFiles.check(path), 1);
      return;
    }
    findings.add(Finding.of(Fault.FILE_UNLISTED, path, "it is in no list"));
  }

  private static void hash(List<ListedFile> listed, FileCheck files, ExecutorService pool)
      throws InterruptedException {
    List<Future<?>> running = new ArrayList<>();
    for (ListedFile file : listed) {
      running.add(pool.submit(() -> files.check(file)));
    }
    for (Future<?> check : running) {
      try {
        check.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
  }

  /** The manifest's counts against the records. */
  private void count(GroupVerifier frames) {
    frames
        .census()
        .compare(
            manifest.head(),
            line -> findings.add(Finding.of(Fault.COUNT_WRONG, ManifestFacts.PATH, line)));
  }

  private Verification outcome() {
    return Verification.of(findings, examined);
  }
}
