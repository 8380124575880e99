package org.diorama.cli.render;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.diorama.cli.dataset.FormatNames;
import org.diorama.cli.frames.FrameSetConverter;
import org.diorama.cli.frames.Shard;
import org.diorama.cli.frames.ShardConverter;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.DatasetRequest;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Layout;
import picocli.CommandLine.Option;

/** The options that say which frames go where. */
final class DatasetOptions {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Folder of the dataset (default: out/NAME, or out/replay); resumed if it exists.")
  private Path out;

  @Option(
      names = "--frames",
      paramLabel = "RANGE",
      converter = FrameSetConverter.class,
      description = {
        "0-99, 5, 1-100x2 (every second), or several with commas (default: those of the scene).",
        "May begin or end within a sequence; the rest can follow later."
      })
  private FrameSet frames;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      converter = ShardConverter.class,
      description = {
        "Only the I-th of N shares, from 0; 'finish' completes the dataset.",
        "No share cuts a block, or a sequence with its twins."
      })
  private Shard shard;

  @Option(
      names = "--layout",
      paramLabel = "NAME",
      description = "flat or blocks (default: flat up to 10,000 frames); fixed by the first run.")
  private String layout;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      split = ",",
      description = {
        "coco, coco-polygon, coco-rle, yolo, or several with commas; added to what is there.",
        "Default: what is there, or coco."
      })
  private List<String> formats = List.of();

  @Option(names = "--force", description = "Renders the frames again, even if they are there.")
  private boolean force;

  Path out(String sceneName) {
    return out != null ? out : Path.of("out", sceneName);
  }

  boolean isShard() {
    return shard != null;
  }

  /** Whether only the folder was chosen. */
  boolean isPlain() {
    return frames == null && shard == null && layout == null && formats.isEmpty() && !force;
  }

  /**
   * @param byDefault the frames where the user names none
   * @param together frames of a sequence with its twins, which no shard cuts
   * @param news takes what a person should know before the run
   * @throws DioramaException USAGE for what this version cannot do
   */
  DatasetRequest request(FrameSet byDefault, long together, Consumer<String> news) {
    Optional<Layout> chosen = layout();
    FrameSet all = frames != null ? frames : byDefault;
    Layout effective = chosen.orElseGet(() -> Layout.forFrames(all.size()));
    Shard share = shard != null ? shard : Shard.ALL;
    FrameSet own = share.of(all, effective, together);
    share.shortage(all, own, effective, together).ifPresent(news);
    return new DatasetRequest(all, own, chosen, force, FormatNames.known("--format", formats));
  }

  private Optional<Layout> layout() {
    if (layout == null) {
      return Optional.empty();
    }
    return switch (layout) {
      case "flat" -> Optional.of(Layout.FLAT);
      case "blocks" -> Optional.of(Layout.BLOCKS);
      default ->
          throw new DioramaException(
              ExitStatus.USAGE,
              "--layout " + layout + " is not supported; there are: flat, blocks");
    };
  }
}
