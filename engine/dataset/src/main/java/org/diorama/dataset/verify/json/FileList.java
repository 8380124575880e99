package org.diorama.dataset.verify.json;

import java.io.InputStream;
import java.util.Set;
import java.util.function.BiConsumer;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.read.FaultyFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the JSON of a manifest or a closed block, whose lists of files may be long. */
public final class FileList {
  private static final Set<String> LISTS = Set.of("frame_files", "blocks", "files");

  private FileList() {}

  /**
   * @param files takes each file of a list, with the list's name
   * @return everything else
   * @throws FaultyFile JSON_UNREADABLE
   */
  public static JsonNode read(InputStream in, BiConsumer<String, JsonNode> files)
      throws FaultyFile {
    ObjectNode head = Json.MAPPER.createObjectNode();
    try (JsonParser parser = Json.MAPPER.createParser(in)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new FaultyFile(Fault.JSON_UNREADABLE, "it is no object");
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        if (parser.nextToken() == JsonToken.START_ARRAY && LISTS.contains(name)) {
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            files.accept(name, Json.MAPPER.readTree(parser));
          }
        } else {
          head.set(name, Json.MAPPER.readTree(parser));
        }
      }
      return head;
    } catch (JacksonException e) {
      throw Json.unreadable(e);
    }
  }
}
