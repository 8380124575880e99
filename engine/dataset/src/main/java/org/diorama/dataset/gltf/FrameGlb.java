package org.diorama.dataset.gltf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.diorama.core.DioramaException;
import org.diorama.core.EngineVersion;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.asset.Model;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Draw;
import org.diorama.core.sample.FrameInstant;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.scene.Category;
import org.diorama.dataset.format.AssetCredit;
import org.diorama.dataset.format.FrameStructure;
import org.diorama.dataset.json.StrictJson;

/**
 * Writes a decided frame, as it is at its label instant, as glTF 2.0 binary. One root node turns
 * the world (+Z up) to glTF's axes (+Y up); instances, cameras and lights are its children, in
 * meters. Their numbers are read in single precision, so where the first camera stands more than
 * 100 m from the world's origin, all are relative to that camera's position in whole meters, which
 * the root's extras keep.
 */
public final class FrameGlb {
  /** Single precision is finer than 4 µm up to here. */
  private static final double FAR = 100;

  private static final Affine3 GLTF_FROM_WORLD = new Affine3(1, 0, 0, 0, 0, 0, 1, 0, 0, -1, 0, 0);

  private final SampledFrame frame;
  private final AssetStore assets;
  private final Vec3 origin;
  private final BinaryChunk binary = new BinaryChunk();
  private final List<Gltf.Node> nodes = new ArrayList<>();

  private FrameGlb(SampledFrame frame, AssetStore assets) {
    this.frame = frame;
    this.assets = assets;
    this.origin = origin(frame);
  }

  /**
   * What a file holds.
   *
   * @param nodes the root included
   */
  public record Content(
      int nodes, int meshes, int materials, int textures, int cameras, int lights) {}

  /**
   * Writes one frame.
   *
   * @param structure of the frame's dataset
   * @param credits of all assets that the frame shows, and perhaps of others
   * @param out stays open
   * @throws DioramaException BAD_INPUT where an asset is not the one that the frame was sampled
   *     with, or the file would be larger than glTF allows
   */
  public static Content write(
      SampledFrame frame,
      FrameStructure structure,
      List<AssetCredit> credits,
      AssetStore assets,
      OutputStream out)
      throws IOException {
    return new FrameGlb(frame, assets).write(structure, credits, out);
  }

  private static Vec3 origin(SampledFrame frame) {
    Vec3 eye = frame.cameras().get(0).worldFromCamera().atLabelInstant().translation();
    return eye.length() <= FAR
        ? Vec3.ZERO
        : new Vec3(Math.rint(eye.x()), Math.rint(eye.y()), Math.rint(eye.z()));
  }

  private Content write(FrameStructure structure, List<AssetCredit> credits, OutputStream out)
      throws IOException {
    try (TextureTable textures = new TextureTable(binary)) {
      MaterialTable materials = new MaterialTable(textures);
      MeshTable meshes = new MeshTable(binary, materials);
      List<PlacedLight> lights = PlacedLight.of(frame.lighting(), origin);
      addInstances(meshes);
      addCameras();
      addLights(lights);
      List<AssetCredit> shown = shown(credits);
      nodes.add(root(FrameExtras.of(frame, structure, origin, shown)));
      Gltf.Document document =
          new Gltf.Document(
              new Gltf.Asset("2.0", "diorama " + EngineVersion.text(), copyright(shown)),
              extensions(materials, lights),
              lights.isEmpty()
                  ? Map.of()
                  : listed(lights.stream().map(PlacedLight::light).toList()),
              0,
              List.of(new Gltf.Scene(frame.scene(), List.of(nodes.size() - 1))),
              nodes,
              frame.cameras().stream().map(CameraNodes::camera).toList(),
              meshes.meshes(),
              materials.materials(),
              textures.textures(),
              textures.images(),
              textures.images().isEmpty() ? List.of() : List.of(Gltf.Sampler.REPEATING),
              meshes.accessors(),
              binary.views(),
              binary.length() == 0 ? List.of() : List.of(new Gltf.Buffer(binary.length())));
      GlbContainer.write(Gltf.json(document), binary, out);
      return new Content(
          nodes.size(),
          meshes.meshes().size(),
          materials.materials().size(),
          textures.images().size(),
          frame.cameras().size(),
          lights.size());
    }
  }

  private void addInstances(MeshTable meshes) {
    Map<Integer, String> categories =
        frame.categories().stream().collect(Collectors.toMap(Category::id, Category::name));
    for (SampledNode node : frame.nodes()) {
      Model model = Draw.of(node, FrameInstant.LABEL).model(assets);
      String meshName = node.assetId() + " level " + node.level();
      add(
          node.group() + "_" + node.instanceId(),
          node.worldFromObject().atLabelInstant(),
          meshes.mesh(model, node.level(), node.material(), meshName),
          OptionalInt.empty(),
          Map.of(),
          InstanceExtras.of(node, categories));
    }
  }

  private void addCameras() {
    for (int i = 0; i < frame.cameras().size(); i++) {
      SampledCamera camera = frame.cameras().get(i);
      add(
          CameraNodes.name(camera),
          CameraNodes.worldFromGltfCamera(camera),
          OptionalInt.empty(),
          OptionalInt.of(i),
          Map.of(),
          CameraNodes.extras(camera));
    }
  }

  private void addLights(List<PlacedLight> lights) {
    for (int i = 0; i < lights.size(); i++) {
      PlacedLight placed = lights.get(i);
      add(
          placed.light().name(),
          placed.worldFromLight(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          Map.of(PlacedLight.EXTENSION, Map.of("light", i)),
          placed.extras());
    }
  }

  private void add(
      String name,
      Affine3 worldFromNode,
      OptionalInt mesh,
      OptionalInt camera,
      Map<String, Object> extensions,
      Object extras) {
    Affine3 rootFromNode = Affine3.translation(origin.negate()).times(worldFromNode);
    nodes.add(
        new Gltf.Node(
            name,
            columns(rootFromNode),
            mesh,
            camera,
            List.of(),
            extensions,
            StrictJson.instance().valueToTree(extras)));
  }

  /** Made last, so that its children are all nodes before it. */
  private Gltf.Node root(FrameExtras extras) {
    return new Gltf.Node(
        "world",
        columns(GLTF_FROM_WORLD),
        OptionalInt.empty(),
        OptionalInt.empty(),
        IntStream.range(0, nodes.size()).boxed().toList(),
        Map.of(),
        StrictJson.instance().valueToTree(extras));
  }

  private static double[] columns(Affine3 m) {
    return new double[] {
      m.m00(), m.m10(), m.m20(), 0, m.m01(), m.m11(), m.m21(), 0,
      m.m02(), m.m12(), m.m22(), 0, m.m03(), m.m13(), m.m23(), 1
    };
  }

  private List<AssetCredit> shown(List<AssetCredit> credits) {
    Set<String> ids = new HashSet<>();
    frame.nodes().forEach(node -> ids.add(node.assetId()));
    return credits.stream()
        .filter(credit -> ids.contains(credit.id()))
        .sorted(Comparator.comparing(AssetCredit::id))
        .toList();
  }

  private static String copyright(List<AssetCredit> shown) {
    return shown.stream()
        .filter(credit -> !credit.license().isEmpty())
        .map(credit -> credit.attribution() + ", " + credit.license())
        .collect(Collectors.joining("; "));
  }

  private static List<String> extensions(MaterialTable materials, List<PlacedLight> lights) {
    List<String> used = new ArrayList<>();
    if (!lights.isEmpty()) {
      used.add(PlacedLight.EXTENSION);
    }
    materials.materials().stream()
        .flatMap(material -> material.extensions().keySet().stream())
        .distinct()
        .sorted()
        .forEach(used::add);
    return used;
  }

  private static Map<String, Object> listed(List<PlacedLight.Light> lights) {
    return Map.of(PlacedLight.EXTENSION, Map.of("lights", lights));
  }
}
