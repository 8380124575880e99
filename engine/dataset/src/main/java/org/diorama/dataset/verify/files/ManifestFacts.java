package org.diorama.dataset.verify.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.json.FileList;
import org.diorama.dataset.verify.read.FaultyFile;
import tools.jackson.databind.JsonNode;

/**
 * What a manifest says of its dataset.
 *
 * @param head all of it but the lists of files
 * @param frameFiles files of frames; empty where the dataset has blocks
 * @param blocks what closes each block; empty where the frames lie flat
 * @param own files that belong to no frame
 */
public record ManifestFacts(
    JsonNode head, List<ListedFile> frameFiles, List<ListedFile> blocks, List<ListedFile> own) {
  public static final String PATH = "dataset.json";

  /**
   * @throws FaultyFile JSON_UNREADABLE
   */
  public static ManifestFacts read(Path root) throws IOException, FaultyFile {
    List<ListedFile> frameFiles = new ArrayList<>();
    List<ListedFile> blocks = new ArrayList<>();
    List<ListedFile> own = new ArrayList<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(root.resolve(PATH)))) {
      JsonNode head =
          FileList.read(
              in,
              (list, file) -> {
                switch (list) {
                  case "frame_files" -> frameFiles.add(ListedFile.of(file));
                  case "blocks" -> blocks.add(ListedFile.of(file));
                  default -> own.add(ListedFile.of(file));
                }
              });
      ManifestFacts facts = new ManifestFacts(head, frameFiles, blocks, own);
      facts.requireFrames();
      return facts;
    }
  }

  private void requireFrames() throws FaultyFile {
    try {
      frames();
      failed();
    } catch (IllegalArgumentException e) {
      throw new FaultyFile(Fault.JSON_UNREADABLE, e.getMessage());
    }
    if (cameras().isEmpty() || length() < 1 || twins() < 1) {
      throw new FaultyFile(Fault.JSON_UNREADABLE, "cameras or structure are missing");
    }
  }

  public boolean inBlocks() {
    return head.path("layout").asString("").equals("blocks");
  }

  /** Frames that are there, as it says. */
  public FrameSet frames() {
    return set("frames");
  }

  /** Frames that were given up, as it says. */
  public FrameSet failed() {
    return set("failed");
  }

  private FrameSet set(String key) {
    String text = head.path(key).asString("");
    return text.isEmpty() ? FrameSet.EMPTY : FrameSet.parse(text);
  }

  /** Names of the cameras in their order; one empty name for an unnamed one. */
  public List<String> cameras() {
    return texts(head.path("cameras"));
  }

  /** Names of the dataset's parts; empty where nothing is split. */
  public List<String> splits() {
    return texts(head.path("structure").path("splits"));
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(n -> n.asString("")).toList();
  }

  /** Steps of a sequence. */
  public int length() {
    return head.path("structure").path("length").asInt(0);
  }

  /** Versions of each sequence, the first included. */
  public int twins() {
    return head.path("structure").path("twins").asInt(0);
  }

  /** Millimeters a step of the depth images. */
  public double depthScale() {
    return head.path("conventions").path("depth_scale").asDouble(1);
  }

  /** Meters; surfaces beyond have no depth. */
  public double depthMax() {
    return head.path("conventions").path("depth_max").asDouble(0);
  }

  /** Value of void pixels in semantic images. */
  public int semanticVoid() {
    return head.path("conventions").path("semantic_void").asInt(255);
  }

  public JsonNode categories() {
    return head.path("categories");
  }
}
