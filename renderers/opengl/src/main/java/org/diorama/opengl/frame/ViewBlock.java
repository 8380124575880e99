package org.diorama.opengl.frame;

import java.nio.ByteBuffer;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.View;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledLighting.Sun;

/** Writes the shaders' {@code view} block. */
final class ViewBlock {
  private ViewBlock() {}

  /**
   * Factor from luminance in cd/m² to exposed values, where 1 is the brightest that a sensor of
   * that exposure holds: 1 / (1.2 · 2^EV). Lagarde and de Rousiers, Moving Frostbite to Physically
   * Based Rendering (2014), section 5.1.2.
   */
  static double exposureFactor(double ev100) {
    return 1 / (1.2 * StrictMath.pow(2, ev100));
  }

  static void write(ByteBuffer out, View view, ViewLayout layout, SampledLighting lighting) {
    PinholeCamera camera = view.camera();
    double exposure = exposureFactor(view.exposure());
    out.putDouble(camera.centerX()).putDouble(camera.centerY());
    out.putDouble(1 / camera.focalX()).putDouble(1 / camera.focalY());
    out.putInt(layout.width()).putInt(layout.height()).putInt(layout.instances()).putInt(0);
    out.putInt(layout.depth()).putInt(layout.instance()).putInt(layout.color()).putInt(0);
    putRotation(out, view.worldFromCamera());
    Sun sun = lighting.sun().orElse(new Sun(Vec3.UNIT_Z, LinearColor.BLACK, 0));
    Vec3 towards = sun.towards();
    double radius = StrictMath.tan(sun.angularDiameter() / 2);
    JobRecords.putRow(out, towards.x(), towards.y(), towards.z(), (float) radius);
    putColor(out, sun.illuminance().times(exposure), lighting.sun().isPresent() ? 1 : 0);
    JobRecords.putRow(out, exposure, 0, 0, 0);
    putRotation(out, lightFromWorld(towards));
  }

  private static void putRotation(ByteBuffer out, Affine3 m) {
    JobRecords.putRow(out, m.m00(), m.m01(), m.m02(), 0);
    JobRecords.putRow(out, m.m10(), m.m11(), m.m12(), 0);
    JobRecords.putRow(out, m.m20(), m.m21(), m.m22(), 0);
  }

  private static void putColor(ByteBuffer out, LinearColor color, float fourth) {
    JobRecords.putRow(out, color.red(), color.green(), color.blue(), fourth);
  }

  /** A rotation whose third axis points to the sun. */
  static Affine3 lightFromWorld(Vec3 towards) {
    Vec3 other = Math.abs(towards.z()) < 0.9 ? Vec3.UNIT_Z : Vec3.UNIT_X;
    Vec3 x = other.cross(towards).normalize();
    Vec3 y = towards.cross(x);
    return Affine3.ofColumns(x, y, towards, Vec3.ZERO).inverse();
  }
}
