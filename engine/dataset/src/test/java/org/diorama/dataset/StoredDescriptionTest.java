package org.diorama.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.files.DiskOperations;
import org.diorama.dataset.json.StrictJson;
import org.diorama.dataset.layout.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StoredDescriptionTest {
  @TempDir private Path root;

  private StoredDescription written(Layout layout) throws IOException {
    StoredDescription stored =
        new StoredDescription(
            StoredDescription.VERSION,
            layout,
            Runs.SCENE.stored(),
            SyntheticFrames.structured().description());
    try (DatasetFolder folder = DatasetFolder.open(new DiskOperations(), root)) {
      stored.write(folder);
    }
    return stored;
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void comesBackAsItWas(Layout layout) throws IOException {
    assertEquals(Optional.empty(), StoredDescription.read(root));
    StoredDescription stored = written(layout);
    assertEquals(Optional.of(stored), StoredDescription.read(root));
    assertEquals(
        stored.description().configuration().digest(),
        StoredDescription.read(root).orElseThrow().description().configuration().digest());
  }

  /** What another version holds may differ in any key, so it is asked for first. */
  @Test
  void anotherEnginesFormIsNamed() throws IOException {
    written(Layout.FLAT);
    Path file = root.resolve(StoredDescription.PATH);
    Files.writeString(file, "{\"version\":1,\"whatever\":[]}");
    DioramaException failure =
        assertThrows(DioramaException.class, () -> StoredDescription.read(root));
    assertEquals(ExitStatus.OTHER_CONFIGURATION, failure.status());
    assertTrue(
        failure.getMessage().contains("form 1, not " + StoredDescription.VERSION),
        failure.getMessage());
    assertTrue(failure.getMessage().contains("another --out"), failure.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"length\":3|\"length\":0|sequences of 0 steps",
        "\"splits\":[\"train\"|\"splits\":[\"tr/ain\"|fit into file names",
        "[\"left\",\"right\"]|[\"left\",\"left\"]|names of their own",
        "\"twins\":2,||twins",
        "\"version\":7|\"version\":\"7\"|version",
        "\"file\":\"synthetic|\"file\":\"other|none of its files",
        "\"value\":\"9\"|\"value\":9|settings"
      })
  void damageIsNamed(String piece, String replacement, String said) throws IOException {
    written(Layout.FLAT);
    Path file = root.resolve(StoredDescription.PATH);
    String text = Files.readString(file);
    assertTrue(text.contains(piece), text);
    Files.writeString(file, text.replace(piece, replacement == null ? "" : replacement));
    DioramaException failure =
        assertThrows(DioramaException.class, () -> StoredDescription.read(root));
    assertEquals(ExitStatus.BAD_INPUT, failure.status());
    assertTrue(failure.getMessage().startsWith(file.toString()), failure.getMessage());
    assertTrue(failure.getMessage().contains(said), failure.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"version\":7}|7",
        "{ \"version\" : 7 , \"x\":|7",
        "{\"x\":1,\"version\":7}|",
        "{\"version\":\"7\"}|",
        "{\"version\":7.5}|",
        "[7]|",
        "{|",
        "``|"
      })
  void theVersionIsTheFirstKey(String text, Integer version) {
    assertEquals(
        version == null ? OptionalInt.empty() : OptionalInt.of(version),
        StrictJson.version(text.getBytes(StandardCharsets.UTF_8)));
  }
}
