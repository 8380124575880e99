package org.diorama.assets;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.asset.LevelOfDetail;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.asset.Model;
import org.diorama.core.asset.NamedSurface;
import org.diorama.core.scene.AssetReference;

/**
 * Procedural shapes as assets, {@code primitive/<shape>/<segments>}; without the number, a shape
 * has as many segments as scene files give it by default.
 */
final class ShapeAssets {
  static final String PREFIX = "primitive/";

  private static final int DEFAULT_SEGMENTS = 64;

  private final ShapeMaker maker;
  private final Map<String, LoadedModel> models = new ConcurrentHashMap<>();

  ShapeAssets(ShapeMaker maker) {
    this.maker = maker;
  }

  String id(AssetReference.Primitive primitive) {
    String id = PREFIX + primitive.shape() + "/" + primitive.segments();
    model(id);
    return id;
  }

  AssetFact fact(String id) {
    LoadedModel loaded = loaded(id);
    Model model = loaded.model();
    return new AssetFact(
        id,
        model.digest(),
        "",
        model.bounds(),
        model.levels().stream().map(LevelOfDetail::error).toList(),
        supports(loaded));
  }

  Model model(String id) {
    return loaded(id).model();
  }

  MeshSurface surface(String id, int level) {
    LoadedModel loaded = loaded(id);
    synchronized (loaded) {
      return loaded.surface(level);
    }
  }

  private static List<NamedSurface> supports(LoadedModel loaded) {
    synchronized (loaded) {
      return loaded.supports();
    }
  }

  private LoadedModel loaded(String id) {
    LoadedModel known = models.get(id);
    return known != null ? known : models.computeIfAbsent(id, made -> new LoadedModel(make(made)));
  }

  private Model make(String id) {
    String[] parts = id.split("/", 3);
    try {
      int segments = parts.length == 2 ? DEFAULT_SEGMENTS : Integer.parseInt(parts[2]);
      return maker.make(parts[1], segments);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new DioramaException(ExitStatus.BAD_INPUT, "malformed asset id '" + id + "'", e);
    }
  }
}
