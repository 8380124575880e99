package org.diorama.assets;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.diorama.assets.pack.AptFetcher;
import org.diorama.assets.pack.PackInstaller;
import org.diorama.assets.pack.PackManifest;
import org.diorama.core.files.ModelFolders;
import org.diorama.procedural.ProceduralWorkshop;

/** The real pack; fetched into the user's own folder where it is not there yet. */
final class InstalledFurniture implements AutoCloseable {
  static final String PACK = "sweethome3d-furniture";

  final PackManifest manifest = PackManifest.find(PACK).orElseThrow();
  final AssetLocations locations = AssetLocations.of(System.getenv());
  final AssetLibrary library;

  InstalledFurniture() {
    new PackInstaller(locations.packs(), new AptFetcher()).install(manifest, Optional.empty());
    library =
        new AssetLibrary(
            ModelFolders.of(Path.of("."), List.of()), locations, new ProceduralWorkshop());
  }

  @Override
  public void close() {
    library.close();
  }
}
