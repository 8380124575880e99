package org.diorama.cli.verify;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import org.diorama.dataset.files.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A copy of a dataset to plant faults in: links to the original's files, of which those that are
 * changed become files of their own. {@link #seal} makes all hashes right again, so that a fault
 * can only be found by what it is.
 */
final class PlantedDataset {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final Path root;
  private final Set<String> changed = new TreeSet<>();

  private PlantedDataset(Path root) {
    this.root = root;
  }

  /** Links all files of a dataset into a new folder. */
  static PlantedDataset of(Path original, Path root) throws IOException {
    Files.walkFileTree(
        original,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(root.resolve(original.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.createLink(root.resolve(original.relativize(file)), file);
            return FileVisitResult.CONTINUE;
          }
        });
    return new PlantedDataset(root);
  }

  Path root() {
    return root;
  }

  byte[] bytes(String path) {
    try {
      return Files.readAllBytes(root.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces a file; the original stays. */
  void write(String path, byte[] bytes) {
    try {
      Files.deleteIfExists(root.resolve(path));
      Files.createDirectories(root.resolve(path).getParent());
      Files.write(root.resolve(path), bytes);
      changed.add(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(String path) {
    try {
      Files.delete(root.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ObjectNode json(String path) {
    return (ObjectNode) MAPPER.readTree(bytes(path));
  }

  void json(String path, Consumer<ObjectNode> edit) {
    ObjectNode tree = json(path);
    edit.accept(tree);
    write(path, MAPPER.writeValueAsBytes(tree));
  }

  void record(long frame, Consumer<ObjectNode> edit) {
    json("records/%08d.json".formatted(frame), edit);
  }

  /** Changes the first annotation of a COCO file that a condition holds for. */
  void annotation(String path, Predicate<JsonNode> which, Consumer<ObjectNode> edit) {
    json(
        path,
        tree -> {
          for (JsonNode annotation : tree.get("annotations")) {
            if (which.test(annotation)) {
              edit.accept((ObjectNode) annotation);
              return;
            }
          }
          throw new IllegalStateException("no such annotation in " + path);
        });
  }

  /** Changes samples of an image in place; it is encoded by the JDK's writer. */
  void pixels(String path, Consumer<WritableRaster> edit) {
    try {
      BufferedImage image = ImageIO.read(root.resolve(path).toFile());
      edit.accept(image.getRaster());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "png", out);
      write(path, out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts another file's bytes in a file's place. */
  void copy(String from, String to) {
    write(to, bytes(from));
  }

  /** Puts two files' bytes in each other's place. */
  void exchange(String one, String other) {
    byte[] own = bytes(one);
    copy(other, one);
    write(other, own);
  }

  void manifest(Consumer<ObjectNode> edit) {
    json("dataset.json", edit);
  }

  /** Edits the record of a frame that lies packed in its block. */
  void packedRecord(String block, long frame, Consumer<ObjectNode> edit) {
    packedRecords(
        block,
        record -> {
          if (record.at("/frame/key/frame").asLong() == frame) {
            edit.accept(record);
          }
        });
  }

  private void packedRecords(String block, Consumer<ObjectNode> edit) {
    String path = "records/" + block + ".jsonl.zst";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    new ZstdInputStream(new ByteArrayInputStream(bytes(path))),
                    StandardCharsets.UTF_8));
        ZstdOutputStream packed = new ZstdOutputStream(out)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        ObjectNode record = (ObjectNode) MAPPER.readTree(line);
        edit.accept(record);
        packed.write(MAPPER.writeValueAsBytes(record));
        packed.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    write(path, out.toByteArray());
  }

  /** The same as {@link #seal} of a dataset in blocks. */
  void sealBlocks() {
    for (JsonNode listed : json("dataset.json").get("blocks")) {
      String closing = listed.get("path").asString();
      String block = closing.substring(closing.indexOf('/') + 1, closing.indexOf('.'));
      if (changed.stream().anyMatch(path -> path.contains("/" + block))) {
        packedRecords(block, record -> rehash((ArrayNode) record.get("files")));
        json(
            closing,
            tree -> {
              rehash((ArrayNode) tree.at("/head/own"));
              rehash((ArrayNode) tree.get("files"));
            });
      }
    }
    manifest(
        manifest -> {
          rehash((ArrayNode) manifest.get("blocks"));
          rehash((ArrayNode) manifest.get("files"));
        });
    success();
  }

  /** Makes sizes and hashes of all changed files right in records, manifest and seal. */
  void seal() {
    for (JsonNode file : json("dataset.json").get("frame_files")) {
      String path = file.get("path").asString();
      if (path.startsWith("records/") && Files.exists(root.resolve(path))) {
        sealRecord(path);
      }
    }
    manifest(
        manifest -> {
          rehash((ArrayNode) manifest.get("frame_files"));
          rehash((ArrayNode) manifest.get("files"));
        });
    success();
  }

  private void success() {
    write("_SUCCESS", (Sha256.of(bytes("dataset.json")) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private void sealRecord(String path) {
    String text = new String(bytes(path), StandardCharsets.UTF_8);
    if (changed.stream().anyMatch(text::contains)) {
      json(path, record -> rehash((ArrayNode) record.get("files")));
    }
  }

  private void rehash(ArrayNode files) {
    for (JsonNode file : files) {
      String path = file.get("path").asString();
      if (changed.contains(path) && Files.exists(root.resolve(path))) {
        byte[] bytes = bytes(path);
        ((ObjectNode) file).put("bytes", bytes.length);
        ((ObjectNode) file).put("sha256", Sha256.of(bytes));
      }
    }
  }
}
