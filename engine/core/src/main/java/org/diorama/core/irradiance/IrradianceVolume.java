package org.diorama.core.irradiance;

import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;

/**
 * Indirect light around a camera: irradiance from everything but the sun and the lamps themselves,
 * and how much of the sky is seen, at the probes of a grid: Greger, Shirley, Hubbard and Greenberg,
 * The Irradiance Volume (IEEE Computer Graphics and Applications 18, 1998), with nine spherical
 * harmonics a probe (Ramamoorthi and Hanrahan, 2001). Immutable once it is traced. Between probes
 * those count that see the point: Majercik, Guertin, Nowrouzezahrai and McGuire, Dynamic Diffuse
 * Global Illumination with Ray-Traced Irradiance Fields (JCGT 8(2), 2019). Outside the grid its
 * border goes on, and gives way to the plain light of the sky as far as what is there lies under
 * it.
 */
public final class IrradianceVolume {
  /** Texels on the side of a probe's map of distances, without its border of one. */
  public static final int DISTANCE_SIZE = DistanceMaps.SIZE;

  /** Numbers for each probe: red, green, blue and openness for each spherical harmonic. */
  public static final int COEFFICIENTS = 4 * SphericalHarmonics.COUNT;

  /** Most probes of any volume. */
  public static final int MOST_PROBES = ProbeGrid.MOST;

  /** How far off a surface light is looked up, in parts of the distance between probes. */
  private static final double OFFSET = 0.25;

  /** Least deviation of distances, as a part of the farthest: walls are not known exactly. */
  public static final double BLUR = 0.05;

  /** Meters off the grid at which the sky begins to take over outdoors, and where it has. */
  public static final double OUTDOORS_FROM = 0.75;

  public static final double OUTDOORS_FULL = 3;

  private final ProbeGrid grid;
  private final DistanceMaps distances;
  private final float[] coefficients;
  private final double share;
  private final double outdoors;

  /**
   * @param share weight against the plain light of the sky, in (0, 1]
   * @param outdoors share of what lies beyond the grid that is under the open sky
   */
  IrradianceVolume(ProbeGrid grid, DistanceMaps distances, double share, double outdoors) {
    this.grid = grid;
    this.distances = distances;
    this.coefficients = new float[COEFFICIENTS * grid.count()];
    this.share = share;
    this.outdoors = outdoors;
  }

  /** World meters of the first probe. */
  public Vec3 first() {
    return grid.first();
  }

  /** Meters between probes along each axis. */
  public Vec3 spacing() {
    return grid.spacing();
  }

  /** How many probes there are along an axis, at least 2; x changes fastest. */
  public int count(int axis) {
    return axis == 0 ? grid.columns() : axis == 1 ? grid.rows() : grid.floors();
  }

  public int probes() {
    return grid.count();
  }

  /** Weight against the plain light of the sky within the grid, in (0, 1]. */
  public double share() {
    return share;
  }

  /** Share of what lies beyond the grid that is under the open sky, in [0, 1]. */
  public double outdoors() {
    return outdoors;
  }

  /**
   * Weight against the plain light of the sky, in [0, 1].
   *
   * @param position world meters
   */
  public double share(Vec3 position) {
    return share * inside(position);
  }

  /** Likewise within the volume itself: 1 where the grid is. */
  double inside(Vec3 position) {
    double t = (grid.off(position) - OUTDOORS_FROM) / (OUTDOORS_FULL - OUTDOORS_FROM);
    double clamped = Math.max(0, Math.min(1, t));
    return 1 - outdoors * clamped * clamped * (3 - 2 * clamped);
  }

  /** Meters above which distances are the same. */
  public double farthest() {
    return grid.farthest();
  }

  /** Meters off a surface at which light is looked up. */
  public double lift() {
    return OFFSET * grid.closest();
  }

  /** {@link #COEFFICIENTS} numbers a probe; not to be changed. */
  public float[] coefficients() {
    return coefficients;
  }

  /**
   * Mean distance and mean square in meters, for each texel of bordered octahedral maps of {@link
   * #DISTANCE_SIZE}, row by row, probe by probe; not to be changed.
   */
  public float[] distances() {
    return distances.values();
  }

  /**
   * Light at one point.
   *
   * @param coefficients as of a probe
   */
  public record Local(double[] coefficients) {
    /** Lux on a surface with this unit normal. */
    public LinearColor irradiance(Vec3 normal) {
      return new LinearColor(
          Math.max(0, sum(normal, 0)), Math.max(0, sum(normal, 1)), Math.max(0, sum(normal, 2)));
    }

    /** Share of the sky that is seen around a direction, in [0, 1]. */
    public double openness(Vec3 direction) {
      return Math.max(0, Math.min(1, sum(direction, 3)));
    }

    private double sum(Vec3 direction, int channel) {
      double[] basis = new double[SphericalHarmonics.COUNT];
      SphericalHarmonics.evaluate(direction.x(), direction.y(), direction.z(), basis);
      double sum = 0;
      for (int k = 0; k < SphericalHarmonics.COUNT; k++) {
        sum += coefficients[4 * k + channel] * basis[k];
      }
      return sum;
    }
  }

  /**
   * @param position world meters, on a surface
   * @param normal unit normal of the surface, on the side that is lit
   */
  public Local at(Vec3 position, Vec3 normal) {
    Corners corners = new Corners();
    corners.find(position, normal);
    double[] sum = new double[COEFFICIENTS];
    for (int corner = 0; corner < 8; corner++) {
      int from = COEFFICIENTS * corners.probe(corner);
      for (int k = 0; k < COEFFICIENTS; k++) {
        sum[k] += corners.weight[corner] * coefficients[from + k];
      }
    }
    return new Local(sum);
  }

  /** The probes around a point, and what each counts. One thread's own. */
  final class Corners {
    final float[] weight = new float[8];
    int base;

    int probe(int corner) {
      return base + offset(corner);
    }

    private int offset(int corner) {
      return grid.index(corner & 1, corner >> 1 & 1, corner >> 2);
    }

    void find(Vec3 position, Vec3 normal) {
      double lift = lift();
      double x = position.x() + lift * normal.x() - grid.first().x();
      double y = position.y() + lift * normal.y() - grid.first().y();
      double z = position.z() + lift * normal.z() - grid.first().z();
      double u = Math.max(0, Math.min(grid.columns() - 1, x / grid.spacing().x()));
      double v = Math.max(0, Math.min(grid.rows() - 1, y / grid.spacing().y()));
      double w = Math.max(0, Math.min(grid.floors() - 1, z / grid.spacing().z()));
      int column = (int) Math.min(u, grid.columns() - 2);
      int row = (int) Math.min(v, grid.rows() - 2);
      int floor = (int) Math.min(w, grid.floors() - 2);
      base = grid.index(column, row, floor);
      double all = 0;
      for (int corner = 0; corner < 8; corner++) {
        int dx = corner & 1;
        int dy = corner >> 1 & 1;
        int dz = corner >> 2;
        double apartX = x - (column + dx) * grid.spacing().x();
        double apartY = y - (row + dy) * grid.spacing().y();
        double apartZ = z - (floor + dz) * grid.spacing().z();
        double near =
            (dx == 1 ? u - column : 1 - u + column)
                * (dy == 1 ? v - row : 1 - v + row)
                * (dz == 1 ? w - floor : 1 - w + floor);
        double fits =
            facing(
                    apartX - lift * normal.x(),
                    apartY - lift * normal.y(),
                    apartZ - lift * normal.z(),
                    normal)
                * distances.seen(probe(corner), apartX, apartY, apartZ, grid.farthest());
        // What hardly fits counts less than it does: light leaks add up.
        fits *= fits < 0.2 ? 25 * fits * fits : 1;
        double both = fits * (near + 0.001);
        weight[corner] = (float) both;
        all += both;
      }
      for (int corner = 0; corner < 8; corner++) {
        weight[corner] /= (float) all;
      }
    }

    /**
     * Probes behind the surface's plane count next to nothing, and those hardly before it little.
     * How far they are along it doesn't matter: by the angle each probe before a wall would have a
     * spot of its own, as only the closest would count.
     */
    private double facing(double x, double y, double z, Vec3 normal) {
      double before = -(x * normal.x() + y * normal.y() + z * normal.z());
      double t = Math.max(0, Math.min(1, before / lift()));
      return t * t * (3 - 2 * t) + 0.01;
    }
  }
}
