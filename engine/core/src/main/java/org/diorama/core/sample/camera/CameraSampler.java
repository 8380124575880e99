package org.diorama.core.sample.camera;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;
import org.diorama.core.sample.DrawnValue;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.UnmetFrame;
import org.diorama.core.sample.draw.Attempts;
import org.diorama.core.sample.draw.DrawLog;
import org.diorama.core.sample.instance.Carriers;
import org.diorama.core.sample.instance.Instance;
import org.diorama.core.sample.motion.Moment;
import org.diorama.core.scene.Attachment;
import org.diorama.core.scene.CameraDescription;
import org.diorama.core.scene.CameraMount;
import org.diorama.core.scene.Scope;

/**
 * The cameras of one sequence, at any of its moments. Those of one mount are drawn together, and
 * may be drawn again; a mount's draws are the same whatever other mounts there are.
 */
public final class CameraSampler {
  private final List<CameraDescription> cameras;
  private final List<List<CameraDescription>> mounts;
  private final DrawLog draws;
  private final Map<Place, Drawing> drawings = new LinkedHashMap<>();
  private Carriers carriers = new Carriers();

  private record Place(int mount, int step) {}

  /** One attempt at one mount. */
  private record Drawn(DrawnMount mount, List<DrawnValue> values) {}

  /** All attempts at one mount at one step, so far. */
  private final class Drawing {
    private final DrawLog log;
    private final Attempts attempts;
    private final List<CameraDescription> on;
    private final List<Drawn> drawn = new ArrayList<>();

    Drawing(Place place) {
      log = draws.at(place.step());
      attempts = new Attempts(log, Scope.SEQUENCE, Scope.FRAME);
      on = mounts.get(place.mount());
    }

    Drawn after(int attempt) {
      while (drawn.size() <= attempt) {
        attempts.again();
        CameraMount mount = on.get(0).mount();
        DrawnMount standing = new MountSampler(attempts, mount).sample(on, carrier(mount));
        drawn.add(new Drawn(standing, log.values()));
      }
      return drawn.get(attempt);
    }
  }

  /**
   * @param cameras in the order of the scene
   * @param draws of the frame; its mounts have logs of their own
   */
  public CameraSampler(List<CameraDescription> cameras, DrawLog draws) {
    this.cameras = cameras;
    this.draws = draws;
    Map<String, List<CameraDescription>> byMount = new LinkedHashMap<>();
    for (CameraDescription camera : cameras) {
      byMount.computeIfAbsent(camera.mount().path(), path -> new ArrayList<>()).add(camera);
    }
    this.mounts = List.copyOf(byMount.values());
  }

  /** Gives attached cameras the instances they may stand in the frame of. */
  public void attach(Carriers placed) {
    carriers = placed;
  }

  /** Instances that cameras stand on. */
  public List<Instance> carriers() {
    return mounts.stream().flatMap(on -> carrier(on.get(0).mount()).stream()).distinct().toList();
  }

  /**
   * How often each mount is drawn again.
   *
   * @param named cameras whose mounts are, so often
   */
  public int[] attempts(Set<String> named, int again) {
    int[] attempts = new int[mounts.size()];
    for (int mount = 0; mount < attempts.length; mount++) {
      boolean on = mounts.get(mount).stream().anyMatch(camera -> named.contains(camera.name()));
      attempts[mount] = on ? again : 0;
    }
    return attempts;
  }

  /** Cameras that are not attached, by name, as they stand when objects are placed. */
  public Map<String, SampledCamera> standing(int[] attempts) {
    Map<String, SampledCamera> standing = new LinkedHashMap<>();
    for (CameraDescription camera : cameras) {
      if (camera.mount().carrier().isEmpty()) {
        standing.put(camera.name(), sample(camera, List.of(Moment.FIRST), 0, attempts));
      }
    }
    return standing;
  }

  /** Cameras by mount, both in the order of the scene. */
  public List<List<CameraDescription>> mounts() {
    return mounts;
  }

  /**
   * @param attempt how often it is drawn again
   */
  public DrawnMount mount(int mount, int step, int attempt) {
    return drawing(mount, step).after(attempt).mount();
  }

  /** Whether drawing a mount again may change it. */
  public boolean varies(int mount) {
    Drawing drawing = drawing(mount, 0);
    drawing.after(0);
    return drawing.attempts.varied();
  }

  /** Whether the mount's cameras stand elsewhere, or see otherwise, at another moment. */
  public boolean moves(int mount) {
    return mount(mount, 0, 0).moves() || drawsEachFrame(mount);
  }

  private boolean drawsEachFrame(int mount) {
    List<DrawnValue> first = drawing(mount, 0).after(0).values();
    return IntStream.range(1, draws.position().length())
        .anyMatch(step -> !drawing(mount, step).after(0).values().equals(first));
  }

  /** All cameras in the order of the scene, with their poses at these moments. */
  public List<SampledCamera> sample(List<Moment> moments, int[] attempts) {
    int step = draws.position().step();
    return cameras.stream().map(camera -> sample(camera, moments, step, attempts)).toList();
  }

  /** The same as they stand when the sequence begins, whatever the step. */
  public List<SampledCamera> first(int[] attempts) {
    List<Moment> first = List.of(Moment.FIRST);
    return cameras.stream().map(camera -> sample(camera, first, 0, attempts)).toList();
  }

  /** What was drawn for a step's cameras, in the order of the scene. */
  public void log(int step, int[] attempts, DrawLog into) {
    for (int mount = 0; mount < mounts.size(); mount++) {
      into.append(drawing(mount, step).after(attempts[mount]).values());
    }
  }

  /**
   * @param step whose draws the lens has
   */
  private SampledCamera sample(
      CameraDescription camera, List<Moment> moments, int step, int[] attempts) {
    int mount = 0;
    while (!mounts.get(mount).contains(camera)) {
      mount++;
    }
    int number = mounts.get(mount).indexOf(camera);
    List<Affine3> poses = new ArrayList<>();
    for (Moment moment : moments) {
      DrawnMount drawn = mount(mount, moment.step(), attempts[mount]);
      poses.add(drawn.worldFromCamera(number, moment.seconds()));
    }
    DrawnMount.DrawnCamera shown = mount(mount, step, attempts[mount]).cameras().get(number);
    PinholeCamera pinhole = shown.pinhole();
    return new SampledCamera(camera.name(), pinhole, MotionStates.of(poses), shown.development());
  }

  private Drawing drawing(int mount, int step) {
    Place place = new Place(mount, step);
    Drawing drawing = drawings.get(place);
    if (drawing == null) {
      drawing = new Drawing(place);
      drawings.put(place, drawing);
    }
    return drawing;
  }

  private Optional<Instance> carrier(CameraMount mount) {
    if (mount.carrier().isEmpty()) {
      return Optional.empty();
    }
    Attachment wanted = mount.carrier().get();
    Optional<Instance> carrier = carriers.find(wanted.group(), wanted.instance());
    if (carrier.isEmpty()) {
      throw new UnmetFrame(
          mount.path()
              + ".attach: there is no instance "
              + wanted.instance()
              + " of "
              + wanted.group());
    }
    return carrier;
  }
}
