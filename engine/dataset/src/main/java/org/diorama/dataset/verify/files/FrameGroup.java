package org.diorama.dataset.verify.files;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Layout;

/**
 * Frames whose labels stand in the same files: all of a flat dataset, those of a block.
 *
 * @param block its number; absent where the dataset is flat
 * @param frames that it holds
 * @param files that belong to it
 */
public record FrameGroup(OptionalLong block, FrameSet frames, List<ListedFile> files) {

  /** Its files by path; of those that are listed twice the last. */
  public Map<String, ListedFile> byPath() {
    return files.stream()
        .collect(Collectors.toMap(ListedFile::path, Function.identity(), (one, other) -> other));
  }

  /** Five digits or more, as in the names of its files; empty where the dataset is flat. */
  public String blockName() {
    return block.isPresent() ? "%05d".formatted(block.getAsLong()) : "";
  }

  /** A frame's place in a folder, without camera and extension; also of one of another group. */
  public String frameName(long frame) {
    Layout layout = block.isPresent() ? Layout.BLOCKS : Layout.FLAT;
    return layout.fileName(frame, "", "");
  }

  /** The path of an annotation file such as {@code instances_train}. */
  public String annotations(String name) {
    return "annotations/" + name + (block.isPresent() ? "/" + blockName() : "") + ".json";
  }
}
