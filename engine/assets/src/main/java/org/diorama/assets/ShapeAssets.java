package org.diorama.assets;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.asset.AssetKeypoints;
import org.diorama.core.asset.LevelOfDetail;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.asset.Model;
import org.diorama.core.asset.NamedSurface;
import org.diorama.core.asset.SupportRegion;
import org.diorama.core.asset.Workshop;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.Construction;
import org.diorama.core.scene.ConstructionText;

/**
 * Procedural shapes as assets, {@code primitive/<shape>/<segments>}; without the number, a shape
 * has as many segments as scene files give it by default. What is built to measure is {@code
 * built/<text>}.
 */
final class ShapeAssets {
  private static final String SHAPE = "primitive/";
  private static final String BUILT = "built/";

  private static final int DEFAULT_SEGMENTS = 64;

  private final Workshop workshop;
  private final Map<String, LoadedModel> models = new ConcurrentHashMap<>();
  private final Map<String, AssetFact> facts = new ConcurrentHashMap<>();

  ShapeAssets(Workshop workshop) {
    this.workshop = workshop;
  }

  static boolean has(String id) {
    return id.startsWith(SHAPE) || id.startsWith(BUILT);
  }

  String id(AssetReference.Built built) {
    return BUILT + ConstructionText.of(built.construction());
  }

  String id(AssetReference.Primitive primitive) {
    String id = SHAPE + primitive.shape() + "/" + primitive.segments();
    model(id);
    return id;
  }

  AssetFact fact(String id) {
    // Found first: sampling asks for each instance.
    AssetFact known = facts.get(id);
    return known != null ? known : facts.computeIfAbsent(id, this::newFact);
  }

  private AssetFact newFact(String id) {
    LoadedModel loaded = loaded(id);
    Model model = loaded.model();
    AssetKeypoints keypoints =
        id.startsWith(SHAPE) ? workshop.shapeKeypoints(id.split("/", 3)[1]) : AssetKeypoints.NONE;
    return new AssetFact(
        id,
        model.digest(),
        "",
        model.bounds(),
        model.levels().stream().map(LevelOfDetail::error).toList(),
        supports(loaded, id),
        keypoints);
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

  private static Construction construction(String id) {
    try {
      return ConstructionText.parse(id.substring(BUILT.length()));
    } catch (IllegalArgumentException e) {
      throw new DioramaException(ExitStatus.BAD_INPUT, "malformed asset id '" + id + "'", e);
    }
  }

  private static List<NamedSurface> supports(LoadedModel loaded, String id) {
    List<NamedSurface> found;
    synchronized (loaded) {
      found = loaded.supports();
    }
    return id.startsWith(BUILT) && construction(id) instanceof Construction.Room room
        ? Stream.concat(
                Stream.of(floor(room)), found.stream().filter(surface -> surface.height() > 0))
            .toList()
        : found;
  }

  /** All of it: walls and a ceiling that shut it in don't keep an author from furnishing it. */
  private static NamedSurface floor(Construction.Room room) {
    double x = room.size().x();
    double y = room.size().y();
    double free = room.ceiling() ? room.size().z() : Double.POSITIVE_INFINITY;
    return new NamedSurface(
        "floor", 0, new SupportRegion(-x / 2, -y / 2, x, y, 1, new double[] {free}));
  }

  private LoadedModel loaded(String id) {
    LoadedModel known = models.get(id);
    return known != null ? known : models.computeIfAbsent(id, made -> new LoadedModel(make(made)));
  }

  private Model make(String id) {
    if (id.startsWith(BUILT)) {
      return workshop.build(construction(id));
    }
    String[] parts = id.split("/", 3);
    try {
      int segments = parts.length == 2 ? DEFAULT_SEGMENTS : Integer.parseInt(parts[2]);
      return workshop.shape(parts[1], segments);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new DioramaException(ExitStatus.BAD_INPUT, "malformed asset id '" + id + "'", e);
    }
  }
}
