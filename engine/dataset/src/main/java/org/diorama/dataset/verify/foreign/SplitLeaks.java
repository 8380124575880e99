package org.diorama.dataset.verify.foreign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.dataset.files.Sha256;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.read.CocoFolders;
import org.diorama.dataset.verify.read.CocoSplit;
import org.diorama.dataset.verify.read.FaultyFile;
import tools.jackson.databind.JsonNode;

/**
 * Images of one split that are, byte for byte, those of another: what is tested on was trained on.
 * Of each file the size and the last bytes are looked at, and all of it only where another's are
 * the same. Sixteen bytes of memory an image. Several threads may tell of images, each of its own.
 */
public final class SplitLeaks {
  private static final String NAME = "images of other splits";

  /** Of a compressed picture these depend on everything before; of others they mostly differ. */
  private static final int TAIL = 1024;

  private final List<ForeignFile> files;

  /** Number of each file's first image among all. */
  private final int[] first;

  /** What an image's file is like; none of one that cannot be read, which others tell. */
  private final KeyGroups keys;

  /** An image among all. */
  private record Place(ForeignFile file, JsonNode entry, Path path) {}

  /**
   * @param all files of a dataset; those without a split are left out
   */
  public SplitLeaks(List<ForeignFile> all) {
    files =
        all.stream()
            .filter(file -> file.split().isPresent())
            .sorted(Comparator.comparing(file -> CocoSplit.rank(file.split().get())))
            .toList();
    first = new int[files.size() + 1];
    for (int i = 0; i < files.size(); i++) {
      first[i + 1] = first[i] + files.get(i).coco().imageCount();
    }
    keys = new KeyGroups(areSeveral() ? first[files.size()] : 0);
  }

  private boolean areSeveral() {
    return files.stream().map(ForeignFile::split).distinct().count() > 1;
  }

  /** Takes the file of an image. */
  void take(ForeignFile file, int index, JsonNode entry) {
    int place = files.indexOf(file);
    if (place >= 0 && areSeveral()) {
      keys.set(first[place] + index, file.image(entry).map(SplitLeaks::key).orElse(KeyGroups.NONE));
    }
  }

  private static long key(Path image) {
    try (FileChannel channel = FileChannel.open(image)) {
      long size = channel.size();
      ByteBuffer tail = ByteBuffer.allocate((int) Math.min(size, TAIL));
      while (tail.hasRemaining() && channel.read(tail, size - tail.remaining()) >= 0) {
        // The rest of it comes with the next read.
      }
      return KeyGroups.key(size, tail.array());
    } catch (IOException e) {
      return KeyGroups.NONE;
    }
  }

  /** Tells of each image that an earlier split has, too. */
  public void tell(Findings findings, Examined examined) throws IOException, FaultyFile {
    examined.announce(NAME);
    if (!areSeveral()) {
      examined.lacking(NAME, "files of several splits (train, val, test)");
      return;
    }
    examined.add(NAME, keys.forEach(members -> alike(members, findings)));
  }

  /** Of images with one key all bytes count. */
  private void alike(int[] group, Findings findings) throws IOException, FaultyFile {
    if (Arrays.stream(group).mapToObj(i -> file(i).split()).distinct().count() < 2) {
      return;
    }
    Map<String, Place> firsts = new HashMap<>();
    for (int number : group) {
      Optional<Place> place = place(number);
      if (place.isPresent()) {
        Place earlier = firsts.putIfAbsent(Sha256.of(place.get().path()), place.get());
        if (earlier != null && !earlier.file().split().equals(place.get().file().split())) {
          findings.add(finding(place.get(), earlier));
        }
      }
    }
  }

  private ForeignFile file(int number) {
    int place = Arrays.binarySearch(first, number);
    // Of files without images several begin at one number; the last of them has it.
    int file = place < 0 ? -place - 2 : place;
    while (first[file + 1] <= number) {
      file++;
    }
    return files.get(file);
  }

  private Optional<Place> place(int number) throws IOException, FaultyFile {
    ForeignFile file = file(number);
    JsonNode entry = file.coco().image(number - first[files.indexOf(file)]);
    return file.image(entry).map(path -> new Place(file, entry, path));
  }

  private static Finding finding(Place place, Place earlier) {
    String detail =
        "its file '%s' is, byte for byte, '%s' of %s: image %s of %s"
            .formatted(
                CocoFolders.fileName(place.entry()),
                CocoFolders.fileName(earlier.entry()),
                earlier.file().split().orElseThrow(),
                earlier.entry().path("id"),
                earlier.file().name());
    Finding finding = Finding.of(Fault.TWIN_ACROSS_SPLITS, place.file().name(), detail);
    JsonNode id = place.entry().path("id");
    return id.isIntegralNumber() && id.canConvertToLong() ? finding.ofImage(id.asLong()) : finding;
  }
}
