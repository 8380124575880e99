package org.diorama.dataset.layout;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** Where a dataset keeps the files of a frame. The first run of a dataset fixes it. */
public enum Layout {
  /** All frames side by side. */
  FLAT,
  /** Folders of {@link #BLOCK} frames, each closed for itself. */
  BLOCKS;

  /** Frames of a block. */
  public static final int BLOCK = 1000;

  /** Most requested frames that lie flat by default. */
  public static final long MOST_FLAT = 10_000;

  private static final Pattern OF_BLOCK =
      Pattern.compile("(?:blocks|records|annotations/.+)/(\\d{5,15})\\.[a-z.]+");

  /** The layout for a request of so many frames where the user names none. */
  public static Layout forFrames(long requested) {
    return requested <= MOST_FLAT ? FLAT : BLOCKS;
  }

  /** The block of a frame. */
  public static long block(long frame) {
    return frame / BLOCK;
  }

  /** All numbers of a block. */
  public static FrameSet framesOf(long block) {
    return FrameSet.of(block * BLOCK, block * BLOCK + BLOCK - 1);
  }

  /** The blocks that any of the frames lies in, ascending. */
  public static long[] blocksOf(FrameSet frames) {
    return frames.ranges().stream()
        .flatMapToLong(range -> LongStream.rangeClosed(block(range.first()), block(range.last())))
        .distinct()
        .toArray();
  }

  /**
   * The block that a file belongs to which belongs to none of its frames: closing, packed records,
   * annotations. Empty for any other file.
   *
   * @param path relative to the dataset, with slashes
   */
  public static OptionalLong blockOf(String path) {
    Matcher file = OF_BLOCK.matcher(path);
    if (!file.matches()) {
      return OptionalLong.empty();
    }
    long block = Long.parseLong(file.group(1));
    // A frame's number has more digits than its size needs.
    return blockName(block).equals(file.group(1)) ? OptionalLong.of(block) : OptionalLong.empty();
  }

  /** At least eight digits: {@code 00000012}. */
  public static String frameName(long frame) {
    return padded(frame, 8);
  }

  /** At least five digits: {@code 00012}. */
  public static String blockName(long block) {
    return padded(block, 5);
  }

  /**
   * Path of a file relative to its kind's folder, as in COCO's {@code file_name}.
   *
   * @param camera empty for an unnamed camera
   * @param extension with its dot
   */
  public String fileName(long frame, String camera, String extension) {
    String name = frameName(frame) + (camera.isEmpty() ? "" : "_" + camera) + extension;
    return this == FLAT ? name : blockName(block(frame)) + "/" + name;
  }

  /** The record's path relative to the dataset while its frame stands alone. */
  public String record(long frame) {
    return "records/" + fileName(frame, "", ".json");
  }

  private static String padded(long number, int digits) {
    String text = Long.toString(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }
}
