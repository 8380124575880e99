package org.diorama.dataset.verify.files;

import tools.jackson.databind.JsonNode;

/**
 * A file as a list has it.
 *
 * @param path relative to the dataset, with slashes
 * @param bytes its size
 * @param sha256 of its content, in hexadecimal digits
 */
public record ListedFile(String path, long bytes, String sha256) {

  /** What an entry says; what it lacks becomes empty or -1, which no file is. */
  public static ListedFile of(JsonNode entry) {
    return new ListedFile(
        entry.path("path").asString(""),
        entry.path("bytes").asLong(-1),
        entry.path("sha256").asString(""));
  }
}
