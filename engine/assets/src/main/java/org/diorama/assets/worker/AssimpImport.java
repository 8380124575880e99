package org.diorama.assets.worker;

import static org.lwjgl.assimp.Assimp.AI_CONFIG_PP_GSN_MAX_SMOOTHING_ANGLE;
import static org.lwjgl.assimp.Assimp.AI_SCENE_FLAGS_INCOMPLETE;
import static org.lwjgl.assimp.Assimp.aiCreatePropertyStore;
import static org.lwjgl.assimp.Assimp.aiGetErrorString;
import static org.lwjgl.assimp.Assimp.aiImportFileExWithProperties;
import static org.lwjgl.assimp.Assimp.aiProcess_FlipUVs;
import static org.lwjgl.assimp.Assimp.aiProcess_GenSmoothNormals;
import static org.lwjgl.assimp.Assimp.aiProcess_Triangulate;
import static org.lwjgl.assimp.Assimp.aiProcess_ValidateDataStructure;
import static org.lwjgl.assimp.Assimp.aiReleaseImport;
import static org.lwjgl.assimp.Assimp.aiReleasePropertyStore;
import static org.lwjgl.assimp.Assimp.aiSetImportPropertyFloat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.diorama.assets.bake.ImportOptions;
import org.lwjgl.PointerBuffer;
import org.lwjgl.assimp.AIMaterial;
import org.lwjgl.assimp.AIPropertyStore;
import org.lwjgl.assimp.AIScene;
import org.lwjgl.assimp.AITexture;
import org.lwjgl.system.MemoryUtil;

/** Reads one model file with Assimp and takes over what Diorama draws. */
final class AssimpImport {
  /**
   * Faces that meet at more than this angle keep an edge where the file has no normals, degrees.
   */
  private static final float CREASE_ANGLE = 60;

  private static final int STEPS =
      aiProcess_Triangulate | aiProcess_GenSmoothNormals | aiProcess_FlipUVs;

  private final OpenedFiles files;

  AssimpImport(OpenedFiles files) {
    this.files = files;
  }

  ImportedScene read(String name, ImportOptions options) throws ImportFailure, IOException {
    if (files.read(name).isEmpty()) {
      throw new ImportFailure("no such file");
    }
    List<String> warnings = new ArrayList<>();
    try (AssimpFiles io = new AssimpFiles(files)) {
      AIScene scene = open(name, io, STEPS | aiProcess_ValidateDataStructure);
      // The check refuses any mesh with lines among its triangles; those are dropped below.
      if (scene == null && isAboutLines(aiGetErrorString())) {
        scene = open(name, io, STEPS);
        warnings.add("points or lines left out");
      }
      files.rethrowFailure();
      if (scene == null) {
        throw new ImportFailure(oneLine(aiGetErrorString()));
      }
      try {
        if ((scene.mFlags() & AI_SCENE_FLAGS_INCOMPLETE) != 0) {
          throw new ImportFailure("is incomplete");
        }
        return convert(name, scene, options, warnings);
      } finally {
        aiReleaseImport(scene);
      }
    }
  }

  private static AIScene open(String name, AssimpFiles io, int steps) {
    AIPropertyStore properties = aiCreatePropertyStore();
    try {
      aiSetImportPropertyFloat(properties, AI_CONFIG_PP_GSN_MAX_SMOOTHING_ANGLE, CREASE_ANGLE);
      return aiImportFileExWithProperties(name, steps, io.io(), properties);
    } finally {
      aiReleasePropertyStore(properties);
    }
  }

  private static ImportedScene convert(
      String name, AIScene scene, ImportOptions options, List<String> warnings)
      throws ImportFailure {
    List<ImportedMaterial> materials = new ArrayList<>();
    PhongRules rules = new PhongRules();
    PointerBuffer pointers = scene.mMaterials();
    for (int i = 0; i < scene.mNumMaterials(); i++) {
      AIMaterial material = AIMaterial.create(pointers.get(i));
      materials.add(new MaterialReader(material, i, isGltf(name), rules, warnings).read());
    }
    List<ImportedPart> parts = new GeometryReader(name, scene, options, warnings).read();
    return new ImportedScene(parts, materials, embeddedImages(scene), List.copyOf(warnings));
  }

  private static List<byte[]> embeddedImages(AIScene scene) {
    List<byte[]> images = new ArrayList<>();
    PointerBuffer pointers = scene.mTextures();
    for (int i = 0; i < scene.mNumTextures(); i++) {
      AITexture texture = AITexture.create(pointers.get(i));
      // Height 0 says that the image is encoded and its width counts bytes.
      byte[] encoded = new byte[texture.mHeight() == 0 ? texture.mWidth() : 0];
      MemoryUtil.memByteBuffer(texture.pcData().address(), encoded.length).get(encoded);
      images.add(encoded);
    }
    return images;
  }

  private static boolean isGltf(String name) {
    return name.endsWith(".glb") || name.endsWith(".gltf");
  }

  private static boolean isAboutLines(String message) {
    return message != null && (message.contains("is a LINE") || message.contains("is a POINT"));
  }

  private static String oneLine(String message) {
    return message == null || message.isBlank()
        ? "cannot be read"
        : message.strip().replaceAll("\\s+", " ");
  }
}
