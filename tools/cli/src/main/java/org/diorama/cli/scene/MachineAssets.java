package org.diorama.cli.scene;

import java.nio.file.Path;
import org.diorama.assets.AssetLibrary;
import org.diorama.assets.AssetLocations;
import org.diorama.core.asset.Workshop;
import org.diorama.core.files.ModelFolders;
import org.diorama.procedural.ProceduralWorkshop;

/** The assets of this machine: shapes, installed packs, and model files. */
public final class MachineAssets {
  private MachineAssets() {}

  /** For model files that the user names, relative to the working folder. */
  public static AssetLibrary library() {
    return library(AssetLocations.of(System.getenv()));
  }

  /** The same with other places for packs and cache. */
  public static AssetLibrary library(AssetLocations locations) {
    return new AssetLibrary(
        ModelFolders.everywhere(Path.of("").toAbsolutePath()), locations, new ProceduralWorkshop());
  }

  /** For the model files of a scene. */
  public static AssetLibrary library(ModelFolders folders) {
    return library(folders, new ProceduralWorkshop());
  }

  /** Likewise, with a workshop that may serve several scenes: it makes equal surfaces once. */
  static AssetLibrary library(ModelFolders folders, Workshop workshop) {
    return new AssetLibrary(folders, AssetLocations.of(System.getenv()), workshop);
  }
}
