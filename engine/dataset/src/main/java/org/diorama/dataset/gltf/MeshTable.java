package org.diorama.dataset.gltf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.diorama.core.asset.Model;
import org.diorama.core.sample.SampledMaterial;

/**
 * The meshes of a file: one for each model, level and set of drawn values. Those of the same model
 * and level share their vertices and indices.
 */
final class MeshTable {
  private final BinaryChunk binary;
  private final MaterialTable materials;
  private final List<Gltf.Accessor> accessors = new ArrayList<>();
  private final List<Gltf.Mesh> meshes = new ArrayList<>();
  private final Map<MeshKey, OptionalInt> known = new HashMap<>();
  private final Map<LevelKey, List<PartArrays>> levels = new HashMap<>();

  MeshTable(BinaryChunk binary, MaterialTable materials) {
    this.binary = binary;
    this.materials = materials;
  }

  private record LevelKey(String digest, int level) {}

  private record MeshKey(LevelKey level, SampledMaterial drawn) {}

  /**
   * Number of the mesh of a model's level in the file; empty where it has no triangle.
   *
   * @param name of the mesh where it is new
   */
  OptionalInt mesh(Model model, int level, SampledMaterial drawn, String name) {
    MeshKey key = new MeshKey(new LevelKey(model.digest(), level), drawn);
    OptionalInt number = known.get(key);
    if (number == null) {
      number = add(model, key, name);
      known.put(key, number);
    }
    return number;
  }

  private OptionalInt add(Model model, MeshKey key, String name) {
    List<PartArrays> parts =
        levels.computeIfAbsent(
            key.level(),
            level ->
                model.levels().get(level.level()).parts().stream()
                    .filter(part -> part.indexCount() > 0)
                    .map(part -> new PartArrays(model, part, binary, accessors))
                    .toList());
    if (parts.isEmpty()) {
      return OptionalInt.empty();
    }
    List<Gltf.Primitive> primitives =
        parts.stream().map(part -> primitive(model, part, key.drawn())).toList();
    meshes.add(new Gltf.Mesh(name, primitives));
    return OptionalInt.of(meshes.size() - 1);
  }

  private Gltf.Primitive primitive(Model model, PartArrays arrays, SampledMaterial drawn) {
    int place = arrays.part().material();
    int material =
        materials.material(model, place, drawn.onModel(model.materials().get(place).name()));
    Gltf.Material converted = materials.materials().get(material);
    Map<String, Integer> attributes = new TreeMap<>();
    attributes.put("POSITION", arrays.positions());
    attributes.put("NORMAL", arrays.normals());
    if (!converted.normalTexture().isEmpty()) {
      attributes.put("TANGENT", arrays.tangents());
    }
    if (converted.isTextured()) {
      attributes.put("TEXCOORD_0", arrays.textureCoordinates());
    }
    return new Gltf.Primitive(attributes, arrays.indices(), material);
  }

  List<Gltf.Mesh> meshes() {
    return meshes;
  }

  List<Gltf.Accessor> accessors() {
    return accessors;
  }
}
