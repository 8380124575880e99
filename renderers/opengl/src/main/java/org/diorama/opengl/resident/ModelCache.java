package org.diorama.opengl.resident;

import static org.lwjgl.opengl.GL45C.GL_MAX_SHADER_STORAGE_BLOCK_SIZE;
import static org.lwjgl.opengl.GL45C.GL_MAX_TEXTURE_BUFFER_SIZE;
import static org.lwjgl.opengl.GL45C.GL_R32UI;
import static org.lwjgl.opengl.GL45C.glGetInteger;
import static org.lwjgl.opengl.GL45C.glGetInteger64;
import static org.lwjgl.opengl.GL45C.glTextureBuffer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AlphaMode;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.asset.Model;
import org.diorama.core.asset.Texture;
import org.diorama.core.render.Draw;
import org.diorama.opengl.gl.GlBuffer;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;

/**
 * Models on the device, by digest. Between frames the least recently drawn ones go once the budget
 * is exceeded; what a frame draws is never taken away from it.
 */
public final class ModelCache {
  private static final long BLOCK_LIMIT = 1L << 30;

  private final AssetStore assets;
  private final long budget;
  private final Arena vertices;
  private final Arena indices;
  private final Arena texels;
  private final GlTexture texelView;
  private final Map<String, ResidentModel> models = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param budget bytes above which models that the frame doesn't draw are dropped
   */
  public ModelCache(GlScope scope, AssetStore assets, long budget) {
    this.assets = assets;
    this.budget = budget;
    long block = Math.min(BLOCK_LIMIT, glGetInteger64(GL_MAX_SHADER_STORAGE_BLOCK_SIZE));
    this.vertices =
        new Arena(
            scope,
            "vertices",
            (int) (block / VertexPacking.ATTRIBUTE_BYTES),
            VertexPacking.POSITION_BYTES,
            VertexPacking.ATTRIBUTE_BYTES);
    this.indices = new Arena(scope, "indices", (int) (block / 4), 4);
    long texelLimit = Math.min(BLOCK_LIMIT / 4, glGetInteger(GL_MAX_TEXTURE_BUFFER_SIZE));
    this.texels = new Arena(scope, "texels", (int) texelLimit, 4);
    this.texelView = GlTexture.bufferView(scope);
  }

  /**
   * Makes all models of a job resident.
   *
   * @return by asset digest
   * @throws DioramaException BAD_INPUT where an asset is not the one the job was decided for, or
   *     the device cannot hold the job's models
   */
  public Map<String, ResidentModel> require(List<Draw> draws) {
    Set<String> wanted = new HashSet<>();
    draws.forEach(draw -> wanted.add(draw.assetDigest()));
    evict(wanted);
    Map<String, ResidentModel> found = new LinkedHashMap<>();
    for (Draw draw : draws) {
      ResidentModel model = models.get(draw.assetDigest());
      if (model == null) {
        model = upload(load(draw));
        models.put(draw.assetDigest(), model);
      }
      found.put(draw.assetDigest(), model);
    }
    return found;
  }

  private Model load(Draw draw) {
    Model model = assets.model(draw.assetId());
    if (!model.digest().equals(draw.assetDigest())) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          "asset "
              + draw.assetId()
              + " has changed: the frame was decided for content "
              + draw.assetDigest()
              + " and it is now "
              + model.digest());
    }
    return model;
  }

  private void evict(Set<String> wanted) {
    Iterator<ResidentModel> oldestFirst = models.values().iterator();
    while (usedBytes() > budget && oldestFirst.hasNext()) {
      ResidentModel model = oldestFirst.next();
      if (!wanted.contains(model.digest())) {
        vertices.free(model.firstVertex(), model.vertices());
        indices.free(model.firstIndex(), model.indices());
        for (ResidentImage image : model.images()) {
          texels.free(image.firstTexel(), image.words());
          if (image.alphaWord() >= 0) {
            texels.free(image.alphaWord(), image.alphaWords());
          }
        }
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
    List<ResidentImage> images = new ArrayList<>();
    for (int i = 0; i < model.textures().size(); i++) {
      images.add(upload(model.textures().get(i), testsAlpha(model, i)));
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
        images);
  }

  private static boolean testsAlpha(Model model, int texture) {
    return model.materials().stream()
        .anyMatch(m -> m.alphaMode() == AlphaMode.MASK && m.baseColorTexture() == texture);
  }

  private ResidentImage upload(Texture texture, boolean alpha) {
    int words = TexelPacking.words(texture);
    int first = texels.allocate(words);
    texels.write(0, first, TexelPacking.texels(texture));
    int alphaWord = -1;
    int alphaWords = alpha ? TexelPacking.alphaWords(texture) : 0;
    if (alpha) {
      alphaWord = texels.allocate(alphaWords);
      texels.write(0, alphaWord, TexelPacking.alpha(texture));
    }
    return new ResidentImage(
        first,
        words,
        texture.width(),
        texture.height(),
        texture.levels().size(),
        alphaWord,
        alphaWords);
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

  /** All texels as one buffer texture of 32-bit words. */
  public void bindTexels(int unit) {
    glTextureBuffer(texelView.name(), GL_R32UI, texels.buffer(0).name());
    texelView.bind(unit);
  }
}
