package org.diorama.assets;

import org.diorama.assets.bake.ImportOptions;
import org.diorama.assets.source.ModelSource;

/**
 * A model file and how to import it.
 *
 * @param name in the source
 * @param display how messages name it
 */
record ModelFile(ModelSource source, String name, ImportOptions options, String display) {}
