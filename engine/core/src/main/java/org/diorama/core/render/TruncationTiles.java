package org.diorama.core.render;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;

/**
 * Measures truncation: the share of a full silhouette's solid angle that lies outside the image.
 * Image area would not do, since it diverges towards the camera's plane. An instance that crosses
 * the frame is drawn alone into one tile that covers its bounds, or, where those surround the
 * camera, into the faces of a cube; each tile pixel weighs its solid angle.
 */
public final class TruncationTiles {
  /** Pixels on a tile's side: an error of the ratio well below 0.01. */
  public static final int SIZE = 128;

  /** Most tiles of one instance: the faces of a cube. */
  public static final int MOST_TILES = 6;

  /** Cosine of the half angle up to which one plane serves. */
  private static final double WIDEST = 0.5;

  private TruncationTiles() {}

  /** Which tile pixels the instance covers; tiles in the order of {@link #cover}. */
  public interface Silhouette {
    boolean covers(int tile, int x, int y);
  }

  /**
   * Bounds of one draw.
   *
   * @param bounds in the object's space; not empty
   * @param viewFromObject to the view's OpenCV frame
   */
  public record PlacedBounds(Aabb bounds, Affine3 viewFromObject) {}

  /**
   * Tiles that together see all of some boxes.
   *
   * @param boxes of the draws of one instance; at least one
   */
  public static List<TruncationTile> cover(List<PlacedBounds> boxes) {
    List<Vec3> directions = new ArrayList<>();
    Vec3 centers = Vec3.ZERO;
    for (PlacedBounds box : boxes) {
      centers = centers.plus(box.viewFromObject().transformPoint(box.bounds().center()));
      for (int i = 0; i < 8; i++) {
        Vec3 corner = box.viewFromObject().transformPoint(box.bounds().corner(i));
        directions.add(corner.normalize());
      }
    }
    Vec3 axis = centers.normalize();
    double narrowest = axis.equals(Vec3.ZERO) ? -1 : 1;
    for (Vec3 direction : directions) {
      narrowest = Math.min(narrowest, direction.dot(axis));
    }
    if (narrowest >= WIDEST) {
      return List.of(aimed(axis, directions));
    }
    List<TruncationTile> faces = new ArrayList<>();
    for (int face = 0; face < 3; face++) {
      Vec3 forward = face == 0 ? Vec3.UNIT_X : face == 1 ? Vec3.UNIT_Y : Vec3.UNIT_Z;
      faces.add(new TruncationTile(spanning(-1, -1, 1, 1), frame(forward)));
      faces.add(new TruncationTile(spanning(-1, -1, 1, 1), frame(forward.negate())));
    }
    return List.copyOf(faces);
  }

  /**
   * Share of the silhouette's solid angle outside the image, in [0, 1]; 1 where no tile pixel is
   * covered.
   */
  public static double truncation(
      PinholeCamera camera, List<TruncationTile> tiles, Silhouette silhouette) {
    double inside = 0;
    double all = 0;
    for (int i = 0; i < tiles.size(); i++) {
      TruncationTile tile = tiles.get(i);
      boolean[] cornerSeen = cornersSeen(camera, tile);
      for (int y = 0; y < tile.camera().height(); y++) {
        for (int x = 0; x < tile.camera().width(); x++) {
          if (silhouette.covers(i, x, y)) {
            double weight = solidAngle(tile.camera(), x, y);
            all += weight;
            inside += weight * shareInside(camera, tile, cornerSeen, x, y);
          }
        }
      }
    }
    return all == 0 ? 1 : Math.max(0, 1 - inside / all);
  }

  private static boolean[] cornersSeen(PinholeCamera camera, TruncationTile tile) {
    int columns = tile.camera().width() + 1;
    boolean[] seen = new boolean[columns * (tile.camera().height() + 1)];
    for (int i = 0; i < seen.length; i++) {
      seen[i] = sees(camera, tile, i % columns, i / columns);
    }
    return seen;
  }

  /** Share of a tile pixel inside the image: the frame's edge cuts pixels, which decides 0.005. */
  private static double shareInside(
      PinholeCamera camera, TruncationTile tile, boolean[] cornerSeen, int x, int y) {
    int corner = y * (tile.camera().width() + 1) + x;
    int below = corner + tile.camera().width() + 1;
    boolean seen = cornerSeen[corner];
    if (cornerSeen[corner + 1] == seen
        && cornerSeen[below] == seen
        && cornerSeen[below + 1] == seen) {
      return seen ? 1 : 0;
    }
    int count = 0;
    for (int i = 0; i < 16; i++) {
      count += sees(camera, tile, x + (i % 4 + 0.5) / 4, y + (i / 4 + 0.5) / 4) ? 1 : 0;
    }
    return count / 16.0;
  }

  private static boolean sees(PinholeCamera camera, TruncationTile tile, double x, double y) {
    Vec3 direction = tile.viewFromTile().transformDirection(tile.camera().direction(x, y));
    if (direction.z() <= 0) {
      return false;
    }
    double u = camera.projectX(direction);
    double v = camera.projectY(direction);
    return u >= 0 && v >= 0 && u <= camera.width() && v <= camera.height();
  }

  /** A pixel's area on the plane z = 1 over the cube of its distance there. */
  private static double solidAngle(PinholeCamera tile, int x, int y) {
    double length = tile.direction(x + 0.5, y + 0.5).length();
    return 1 / (tile.focalX() * tile.focalY() * length * length * length);
  }

  private static TruncationTile aimed(Vec3 axis, List<Vec3> directions) {
    Affine3 viewFromTile = frame(axis);
    Affine3 tileFromView = viewFromTile.inverse();
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (Vec3 direction : directions) {
      Vec3 d = tileFromView.transformDirection(direction);
      left = Math.min(left, d.x() / d.z());
      right = Math.max(right, d.x() / d.z());
      top = Math.min(top, d.y() / d.z());
      bottom = Math.max(bottom, d.y() / d.z());
    }
    // A flat box seen edge-on must not make a tile of no width.
    double margin = 1e-6 + 1e-3 * Math.max(right - left, bottom - top);
    return new TruncationTile(
        spanning(left - margin, top - margin, right + margin, bottom + margin), viewFromTile);
  }

  private static PinholeCamera spanning(double left, double top, double right, double bottom) {
    double focalX = SIZE / (right - left);
    double focalY = SIZE / (bottom - top);
    return new PinholeCamera(SIZE, SIZE, focalX, focalY, -left * focalX, -top * focalY);
  }

  /** A rotation whose +Z goes to the given unit vector. */
  private static Affine3 frame(Vec3 forward) {
    Vec3 other = Math.abs(forward.y()) < 0.9 ? Vec3.UNIT_Y : Vec3.UNIT_X;
    Vec3 right = other.cross(forward).normalize();
    return Affine3.ofColumns(right, forward.cross(right), forward, Vec3.ZERO);
  }
}
