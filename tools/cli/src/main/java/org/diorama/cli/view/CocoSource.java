package org.diorama.cli.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.foreign.YoloFolders;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.verify.read.CocoFolders;
import org.diorama.dataset.verify.read.FaultyFile;

/** COCO files that anyone wrote, those of a merged dataset among them. */
final class CocoSource implements ImageSource {
  private final String name;
  private final CocoIndex index;
  private final MergedPictures merged;
  private final CocoTally tally;
  private final Consumer<String> tell;

  private CocoSource(String name, CocoIndex index, MergedPictures merged, Consumer<String> tell) {
    this.name = name;
    this.index = index;
    this.merged = merged;
    this.tell = tell;
    tally = new CocoTally(name);
  }

  /** Whether a path is a file that may be one of COCO's. */
  static boolean isFile(Path path) {
    return path.toString().endsWith(".json") && Files.isRegularFile(path);
  }

  /**
   * @param target a file, or a folder of some
   * @param images folder of the images; absent where it is found beside the files
   * @param tell takes lines for people
   * @throws DioramaException BAD_INPUT where there are none
   */
  static CocoSource open(Path target, Optional<Path> images, Consumer<String> tell) {
    List<Path> files =
        isFile(target)
            ? List.of(target)
            : Files.isDirectory(target) ? CocoFolders.filesOf(target) : List.of();
    if (files.isEmpty()) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          target
              + " holds no dataset: neither one of ours nor a COCO file"
              + YoloFolders.advice(target));
    }
    String name = target.toAbsolutePath().normalize().getFileName().toString();
    return new CocoSource(name, CocoIndex.open(files, images), MergedPictures.of(target), tell);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> categories() {
    return index.files().stream()
        .flatMap(file -> file.coco().categories().stream())
        .map(category -> category.path("name").asString(""))
        .distinct()
        .toList();
  }

  @Override
  public int cameras() {
    return 1;
  }

  @Override
  public boolean has(long number) {
    return index.name(number).isPresent();
  }

  @Override
  public List<String> files(long number) {
    return index.name(number).stream().toList();
  }

  @Override
  public OptionalLong frameOf(String file) {
    return index.number(file);
  }

  @Override
  public FrameSet some(int most, FrameFilter filter) {
    FrameSet all = index.numbers();
    if (all.isEmpty()) {
      throw new DioramaException(ExitStatus.BAD_INPUT, name + " lists no image");
    }
    return filter.acceptsAll()
        ? Sources.spread(all, most)
        : Sources.spread(
            FrameSet.of(
                stream(all)
                    .filter(
                        number ->
                            filter.levels().test(factors(number))
                                && shows(number, filter.labels()))),
            most);
  }

  @Override
  public SortedMap<String, SortedSet<String>> levels() {
    return Sources.levels(
        stream(index.numbers()).mapToObj(this::factors).collect(Collectors.toSet()));
  }

  @Override
  public OptionalLong count() {
    return OptionalLong.of(index.numbers().size());
  }

  private static LongStream stream(FrameSet numbers) {
    return LongStream.range(0, numbers.size()).map(numbers::at);
  }

  private Map<String, String> factors(long number) {
    try {
      return CocoImage.factors(index.entries(index.name(number).orElseThrow()).get(0).json());
    } catch (FaultyFile | IOException e) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT, name + ": image " + number + ": " + e.getMessage(), e);
    }
  }

  /** Whether any annotation of an image is shown. */
  private boolean shows(long number, LabelFilter filter) {
    try {
      return filter.acceptsAll()
          || CocoImage.shows(index.entries(index.name(number).orElseThrow()), filter);
    } catch (FaultyFile | IOException e) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT, name + ": image " + number + ": " + e.getMessage(), e);
    }
  }

  @Override
  public List<LabelledImage> images(long number) {
    Optional<String> file = index.name(number);
    if (file.isEmpty()) {
      tell.accept(name + " lists no image " + number);
      return List.of();
    }
    try {
      CocoImage image = new CocoImage(number, index.entries(file.get()));
      List<LabelledImage> images = new ArrayList<>(image.labelled(merged).stream().toList());
      image.problems().forEach(problem -> tell.accept(name + ": image " + number + ": " + problem));
      images.forEach(tally::add);
      return images;
    } catch (FaultyFile | IOException e) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT, name + ": image " + number + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    tally.lines().forEach(tell);
    merged.lines().forEach(line -> tell.accept(name + ": " + line));
    index.close();
  }
}
