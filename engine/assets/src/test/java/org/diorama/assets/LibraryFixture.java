package org.diorama.assets;

import java.nio.file.Path;
import java.util.List;
import org.diorama.core.asset.Model;
import org.diorama.core.files.ModelFolders;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.AssetReference.UpAxis;
import org.diorama.procedural.ProceduralWorkshop;

/** A library whose scene, cache and packs lie in one folder. */
final class LibraryFixture implements AutoCloseable {
  final Path folder;
  final AssetLibrary library;

  LibraryFixture(Path folder) {
    this.folder = folder;
    this.library =
        new AssetLibrary(
            ModelFolders.of(folder, List.of()),
            new AssetLocations(folder.resolve("cache"), folder.resolve("packs")),
            new ProceduralWorkshop());
  }

  /** A file in meters with +Z up. */
  Model model(String file) {
    return model(file, 1, UpAxis.Z);
  }

  Model model(String file, double metersPerUnit, UpAxis up) {
    return library.model(id(file, metersPerUnit, up));
  }

  String id(String file) {
    return id(file, 1, UpAxis.Z);
  }

  private String id(String file, double metersPerUnit, UpAxis up) {
    return library.candidates(new AssetReference.ModelFile(file, metersPerUnit, up)).get(0);
  }

  @Override
  public void close() {
    library.close();
  }
}
