package org.diorama.procedural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diorama.core.asset.LevelOfDetail;
import org.diorama.core.asset.Material;
import org.diorama.core.asset.Mesh;
import org.diorama.core.asset.MeshBounds;
import org.diorama.core.asset.Model;
import org.diorama.core.asset.ModelDigest;
import org.diorama.core.asset.Part;
import org.diorama.core.bvh.MeshBvhBuilder;

/** Collects meshes of several materials and makes one model of them, with one level of detail. */
final class PartsAssembler {
  private final Map<Material, MeshAssembler> parts = new LinkedHashMap<>();

  /** The triangles of a material. */
  MeshAssembler part(Material material) {
    return parts.computeIfAbsent(material, added -> new MeshAssembler());
  }

  Model build() {
    float[] positions = {};
    float[] normals = {};
    float[] tangents = {};
    float[] textureCoordinates = {};
    int[] indices = {};
    List<Part> ranges = new ArrayList<>();
    for (MeshAssembler assembler : parts.values()) {
      Mesh mesh = assembler.build();
      int first = positions.length / 3;
      int[] own = Arrays.stream(mesh.indices()).map(index -> index + first).toArray();
      ranges.add(new Part(ranges.size(), indices.length, own.length));
      positions = joined(positions, mesh.positions());
      normals = joined(normals, mesh.normals());
      tangents = joined(tangents, mesh.tangents());
      textureCoordinates = joined(textureCoordinates, mesh.textureCoordinates());
      int before = indices.length;
      indices = Arrays.copyOf(indices, before + own.length);
      System.arraycopy(own, 0, indices, before, own.length);
    }
    Mesh mesh = new Mesh(positions, normals, tangents, textureCoordinates, indices);
    LevelOfDetail level = new LevelOfDetail(0, ranges);
    List<Material> materials = List.copyOf(parts.keySet());
    return new Model(
        ModelDigest.of(mesh, materials, List.of(), List.of(level)),
        MeshBounds.of(mesh, level),
        mesh,
        materials,
        List.of(),
        List.of(level),
        List.of(MeshBvhBuilder.build(mesh, level)));
  }

  private static float[] joined(float[] first, float[] second) {
    float[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
