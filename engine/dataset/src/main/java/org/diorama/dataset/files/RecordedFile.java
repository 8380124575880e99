package org.diorama.dataset.files;

/**
 * One file of a dataset.
 *
 * @param path relative to the dataset's folder, with slashes
 * @param bytes its size
 * @param sha256 of its content, 64 lower-case hexadecimal digits
 */
public record RecordedFile(String path, long bytes, String sha256) {}
