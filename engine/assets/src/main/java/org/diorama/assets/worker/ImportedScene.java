package org.diorama.assets.worker;

import java.util.List;

/**
 * What Assimp found in a file.
 *
 * @param embedded images inside the file, encoded; an image named {@code *3} is the fourth
 * @param warnings for people: what was left out or changed
 */
record ImportedScene(
    List<ImportedPart> parts,
    List<ImportedMaterial> materials,
    List<byte[]> embedded,
    List<String> warnings) {}
