package org.diorama.scenefile;

import java.nio.file.Path;

/** A file of the scene and its bytes as they were read. The array is shared: do not change it. */
public record SourceFile(Path path, byte[] bytes) {}
