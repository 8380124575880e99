package org.diorama.opengl.resident;

import static org.lwjgl.opengl.GL45C.GL_MAX_SHADER_STORAGE_BLOCK_SIZE;
import static org.lwjgl.opengl.GL45C.GL_MAX_TEXTURE_BUFFER_SIZE;
import static org.lwjgl.opengl.GL45C.glGetInteger;
import static org.lwjgl.opengl.GL45C.glGetInteger64;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diorama.core.asset.AlphaMode;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.asset.Model;
import org.diorama.core.asset.Texture;
import org.diorama.core.render.Draw;
import org.diorama.opengl.gl.GlBuffer;
import org.diorama.opengl.gl.GlScope;

/**
 * Models on the device, each once. Between frames the least recently drawn ones go once the budget
 * is exceeded; what a frame draws is never taken away from it.
 */
public final class ModelCache {
  private static final long BLOCK_LIMIT = 1L << 30;

  /** Of the textures of models that are loaded and wait for the others. */
  private static final long MOST_WORDS_HELD = 1L << 25;

  private final AssetStore assets;
  private final long budget;
  private final Arena vertices;
  private final Arena indices;
  private final Arena texels;
  private final SharedImages images;
  private final Map<Draw.ModelKey, ResidentModel> models = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param budget bytes above which models that the frame doesn't draw are dropped
   */
  public ModelCache(GlScope scope, AssetStore assets, long budget) {
    this.assets = assets;
    this.budget = budget;
    long block = Math.min(BLOCK_LIMIT, glGetInteger64(GL_MAX_SHADER_STORAGE_BLOCK_SIZE));
    long texelLimit = Math.min(BLOCK_LIMIT / 4, glGetInteger(GL_MAX_TEXTURE_BUFFER_SIZE));
    this.vertices =
        new Arena(
            scope,
            "vertices",
            (int) Math.min(block / VertexPacking.ATTRIBUTE_BYTES, texelLimit / 3),
            VertexPacking.POSITION_BYTES,
            VertexPacking.ATTRIBUTE_BYTES);
    this.indices = new Arena(scope, "indices", (int) Math.min(block / 4, texelLimit), 4);
    this.texels = new Arena(scope, "texels", (int) texelLimit, 4);
    this.images = new SharedImages(texels);
  }

  /**
   * Makes all models of a job resident.
   *
   * @throws org.diorama.core.DioramaException BAD_INPUT where an asset is not the one the job was
   *     decided for, or the device cannot hold the job's models
   */
  public Map<Draw.ModelKey, ResidentModel> require(List<Draw> draws) {
    Map<Draw.ModelKey, Draw> wanted = new LinkedHashMap<>();
    draws.forEach(draw -> wanted.putIfAbsent(draw.modelKey(), draw));
    evict(wanted.keySet());
    uploadMissing(wanted);
    Map<Draw.ModelKey, ResidentModel> found = new LinkedHashMap<>();
    wanted.keySet().forEach(key -> found.put(key, models.get(key)));
    return found;
  }

  /** Loads many models before any is uploaded, so that the arenas grow once. */
  private void uploadMissing(Map<Draw.ModelKey, Draw> wanted) {
    Map<Draw.ModelKey, Model> held = new LinkedHashMap<>();
    Set<Texture> textures = new HashSet<>();
    long words = 0;
    for (Map.Entry<Draw.ModelKey, Draw> entry : wanted.entrySet()) {
      if (!models.containsKey(entry.getKey())) {
        Model model = entry.getValue().model(assets);
        held.put(entry.getKey(), model);
        for (int i = 0; i < model.textures().size(); i++) {
          Texture texture = model.textures().get(i);
          words += textures.add(texture) ? images.added(texture, testsAlpha(model, i)) : 0;
        }
      }
      if (words > MOST_WORDS_HELD) {
        upload(held, words);
        textures.clear();
        words = 0;
      }
    }
    upload(held, words);
  }

  private void upload(Map<Draw.ModelKey, Model> held, long words) {
    texels.reserve(words);
    vertices.reserve(held.values().stream().mapToLong(m -> m.mesh().vertexCount()).sum());
    indices.reserve(held.values().stream().mapToLong(m -> m.mesh().indices().length).sum());
    held.forEach((key, model) -> models.put(key, upload(model)));
    held.clear();
  }

  private void evict(Set<Draw.ModelKey> wanted) {
    Iterator<Map.Entry<Draw.ModelKey, ResidentModel>> oldestFirst = models.entrySet().iterator();
    while (usedBytes() > budget && oldestFirst.hasNext()) {
      Map.Entry<Draw.ModelKey, ResidentModel> entry = oldestFirst.next();
      if (!wanted.contains(entry.getKey())) {
        ResidentModel model = entry.getValue();
        vertices.free(model.firstVertex(), model.vertices());
        indices.free(model.firstIndex(), model.indices());
        model.images().forEach(images::release);
        oldestFirst.remove();
      }
    }
  }

  private ResidentModel upload(Model model) {
    int vertexCount = model.mesh().vertexCount();
    int indexCount = model.mesh().indices().length;
    int firstVertex = vertices.allocate(vertexCount);
    vertices.write(0, firstVertex, VertexPacking.positions(model.mesh()));
    vertices.write(1, firstVertex, VertexPacking.attributes(model.mesh()));
    int firstIndex = indices.allocate(indexCount);
    indices.write(0, firstIndex, VertexPacking.indices(model.mesh()));
    List<ResidentImage> resident = new ArrayList<>();
    for (int i = 0; i < model.textures().size(); i++) {
      resident.add(images.require(model.textures().get(i), testsAlpha(model, i)));
    }
    return new ResidentModel(
        model.digest(),
        model.bounds(),
        model.levels(),
        model.materials(),
        firstVertex,
        vertexCount,
        firstIndex,
        indexCount,
        resident);
  }

  private static boolean testsAlpha(Model model, int texture) {
    return model.materials().stream()
        .anyMatch(m -> m.alphaMode() == AlphaMode.MASK && m.baseColorTexture() == texture);
  }

  public long usedBytes() {
    return vertices.usedBytes() + indices.usedBytes() + texels.usedBytes();
  }

  public GlBuffer positions() {
    return vertices.buffer(0);
  }

  public GlBuffer attributes() {
    return vertices.buffer(1);
  }

  public GlBuffer indices() {
    return indices.buffer(0);
  }

  /** Of all images, as 32-bit words. */
  public GlBuffer texels() {
    return texels.buffer(0);
  }
}
