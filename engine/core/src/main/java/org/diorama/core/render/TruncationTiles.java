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

  /** Cosine of the half angle up to which one plane serves. */
  private static final double WIDEST = 0.5;

  private TruncationTiles() {}

  /** Which tile pixels the instance covers; tiles in the order of {@link #cover}. */
  public interface Silhouette {
    boolean covers(int tile, int x, int y);
  }

  /**
   * Tiles that together see all of a box.
   *
   * @param bounds in the object's space; not empty
   * @param viewFromObject to the view's OpenCV frame
   */
  public static List<TruncationTile> cover(Aabb bounds, Affine3 viewFromObject) {
    Vec3[] directions = new Vec3[8];
    Vec3 axis = viewFromObject.transformPoint(bounds.center()).normalize();
    double narrowest = axis.equals(Vec3.ZERO) ? -1 : 1;
    for (int i = 0; i < 8; i++) {
      directions[i] = viewFromObject.transformPoint(bounds.corner(i)).normalize();
      narrowest = Math.min(narrowest, directions[i].dot(axis));
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
      PinholeCamera tile = tiles.get(i).camera();
      for (int y = 0; y < tile.height(); y++) {
        for (int x = 0; x < tile.width(); x++) {
          if (silhouette.covers(i, x, y)) {
            Vec3 direction = tile.direction(x + 0.5, y + 0.5);
            double weight = solidAngle(tile, direction);
            all += weight;
            if (sees(camera, tiles.get(i).viewFromTile().transformDirection(direction))) {
              inside += weight;
            }
          }
        }
      }
    }
    return all == 0 ? 1 : 1 - inside / all;
  }

  private static boolean sees(PinholeCamera camera, Vec3 direction) {
    if (direction.z() <= 0) {
      return false;
    }
    double u = camera.projectX(direction);
    double v = camera.projectY(direction);
    return u >= 0 && v >= 0 && u <= camera.width() && v <= camera.height();
  }

  /**
   * Of the pixel around a direction with z = 1: its area on the plane z = 1 over distance cubed.
   */
  private static double solidAngle(PinholeCamera tile, Vec3 direction) {
    double length = direction.length();
    return 1 / (tile.focalX() * tile.focalY() * length * length * length);
  }

  private static TruncationTile aimed(Vec3 axis, Vec3[] directions) {
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
