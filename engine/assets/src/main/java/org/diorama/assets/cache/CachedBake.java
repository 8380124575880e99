package org.diorama.assets.cache;

import java.nio.file.Path;
import org.diorama.assets.bake.BakeHeader;

/** A published bake and its header. */
public record CachedBake(Path file, BakeHeader header) {}
