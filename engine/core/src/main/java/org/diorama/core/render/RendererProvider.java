package org.diorama.core.render;

import java.util.List;
import org.diorama.core.asset.AssetStore;

/** A renderer, found by ServiceLoader. Loading the provider itself touches no native library. */
public interface RendererProvider {
  /** The name users select it by. */
  String name();

  /** Order of {@code --renderer auto}: higher first. */
  int preference();

  /**
   * Opens the device and gets ready to draw.
   *
   * @throws org.diorama.core.DioramaException NO_RENDERER where this machine cannot, with the
   *     reason and the remedy
   */
  RenderSession open(DeviceRequest request, AssetStore assets);

  /** Findings for {@code doctor}; never throws. */
  List<RendererFinding> diagnose();
}
