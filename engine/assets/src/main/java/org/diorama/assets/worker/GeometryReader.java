package org.diorama.assets.worker;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.diorama.assets.bake.ImportOptions;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.lwjgl.PointerBuffer;
import org.lwjgl.assimp.AIFace;
import org.lwjgl.assimp.AIMatrix4x4;
import org.lwjgl.assimp.AIMesh;
import org.lwjgl.assimp.AINode;
import org.lwjgl.assimp.AIScene;
import org.lwjgl.assimp.AIVector3D;
import org.lwjgl.system.MemoryUtil;

/** Takes the triangles of a scene's nodes into the asset's space. */
final class GeometryReader {
  /** Most triangles of one model. */
  static final int MAX_TRIANGLES = 4_000_000;

  private static final int MAX_NODES = 100_000;

  private final AIScene scene;
  private final ImportOptions options;
  private final List<String> warnings;
  private final MeshNames names;

  /**
   * @param file the scene's name
   */
  GeometryReader(String file, AIScene scene, ImportOptions options, List<String> warnings) {
    this.names = new MeshNames(file);
    this.scene = scene;
    this.options = options;
    this.warnings = warnings;
  }

  /** One use of a mesh by a node. */
  private record Placed(String name, AIMesh mesh, int[] corners, Affine3 turnedFromMesh) {}

  List<ImportedPart> read() throws ImportFailure {
    List<Placed> placed = placedMeshes();
    Aabb bounds = Aabb.EMPTY;
    for (Placed one : placed) {
      bounds = bounds.union(bounds(one));
    }
    if (bounds.isEmpty()) {
      throw new ImportFailure("has no triangles");
    }
    Affine3 assetFromTurned = AssetFrame.assetFromTurned(options, bounds);
    List<ImportedPart> parts = new ArrayList<>();
    int dropped = 0;
    for (Placed one : placed) {
      ImportedPart part =
          new CornerReader(
                  one.name, one.mesh, one.corners, assetFromTurned.times(one.turnedFromMesh))
              .read();
      dropped += (one.corners.length - part.corners()) / 3;
      if (part.corners() > 0) {
        parts.add(part);
      }
    }
    if (dropped > 0) {
      warnings.add(dropped + " triangles without area left out");
    }
    if (parts.isEmpty()) {
      throw new ImportFailure("has no triangles with an area");
    }
    return parts;
  }

  private record Visit(AINode node, String parentName, Affine3 turnedFromParent) {}

  private List<Placed> placedMeshes() throws ImportFailure {
    List<Placed> placed = new ArrayList<>();
    Deque<Visit> visits = new ArrayDeque<>();
    if (scene.mRootNode() != null) {
      visits.add(new Visit(scene.mRootNode(), "", AssetFrame.turnedFromFile(options)));
    }
    long triangles = 0;
    int nodes = 0;
    while (!visits.isEmpty()) {
      Visit visit = visits.pollFirst();
      Affine3 turnedFromNode = visit.turnedFromParent.times(affine(visit.node.mTransformation()));
      String nodeName = visit.node.mName().dataString();
      IntBuffer meshes = visit.node.mMeshes();
      for (int i = 0; i < visit.node.mNumMeshes(); i++) {
        AIMesh mesh = AIMesh.create(scene.mMeshes().get(meshes.get(i)));
        int[] corners = triangleCorners(mesh);
        triangles += corners.length / 3;
        String meshName = names.of(mesh.mName().dataString(), visit.parentName);
        placed.add(new Placed(names.of(nodeName, meshName), mesh, corners, turnedFromNode));
      }
      PointerBuffer children = visit.node.mChildren();
      for (int i = 0; i < visit.node.mNumChildren(); i++) {
        visits.add(
            new Visit(
                AINode.create(children.get(i)),
                names.of(nodeName, visit.parentName),
                turnedFromNode));
      }
      if (++nodes > MAX_NODES || triangles > MAX_TRIANGLES) {
        throw new ImportFailure(
            "has more than " + MAX_NODES + " nodes or " + MAX_TRIANGLES + " triangles");
      }
    }
    return placed;
  }

  /** Vertex numbers of the mesh's triangles; faces of other sizes are left out. */
  private static int[] triangleCorners(AIMesh mesh) throws ImportFailure {
    AIFace.Buffer faces = mesh.mFaces();
    int[] corners = new int[3 * mesh.mNumFaces()];
    int count = 0;
    for (int i = 0; i < mesh.mNumFaces(); i++) {
      AIFace face = faces.get(i);
      if (face.mNumIndices() == 3) {
        IntBuffer indices = face.mIndices();
        for (int k = 0; k < 3; k++) {
          int index = indices.get(k);
          if (index < 0 || index >= mesh.mNumVertices()) {
            throw new ImportFailure(
                "has a face with vertex " + index + " of " + mesh.mNumVertices());
          }
          corners[count++] = index;
        }
      }
    }
    return java.util.Arrays.copyOf(corners, count);
  }

  private static Aabb bounds(Placed placed) throws ImportFailure {
    FloatBuffer positions = floats(placed.mesh.mVertices(), placed.mesh.mNumVertices());
    Aabb bounds = Aabb.EMPTY;
    for (int corner : placed.corners) {
      Vec3 point = placed.turnedFromMesh.transformPoint(vector(positions, corner));
      if (!point.isFinite()) {
        throw new ImportFailure("has a vertex that is not finite");
      }
      bounds = bounds.include(point);
    }
    return bounds;
  }

  static FloatBuffer floats(AIVector3D.Buffer vectors, int count) {
    return MemoryUtil.memFloatBuffer(vectors.address(), 3 * count);
  }

  static Vec3 vector(FloatBuffer floats, int index) {
    return new Vec3(floats.get(3 * index), floats.get(3 * index + 1), floats.get(3 * index + 2));
  }

  private static Affine3 affine(AIMatrix4x4 m) {
    return new Affine3(
        m.a1(), m.a2(), m.a3(), m.a4(), //
        m.b1(), m.b2(), m.b3(), m.b4(), //
        m.c1(), m.c2(), m.c3(), m.c4());
  }
}
