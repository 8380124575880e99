package org.diorama.scenefile.grammar.distribution;

import java.util.List;
import org.diorama.core.scene.Scope;
import org.diorama.scenefile.grammar.kind.ColorKind;
import org.diorama.scenefile.grammar.kind.NumberRange;

/** Kinds of randomizable values by how often they are drawn, and ranges that many keys share. */
public final class Parameters {
  private static final List<Scope> FRAME = List.of(Scope.DATASET, Scope.SEQUENCE, Scope.FRAME);
  private static final List<Scope> SEQUENCE = List.of(Scope.DATASET, Scope.FRAME, Scope.SEQUENCE);
  private static final List<Scope> PARENT =
      List.of(Scope.DATASET, Scope.SEQUENCE, Scope.FRAME, Scope.PARENT);
  private static final List<Scope> INSTANCE =
      List.of(Scope.DATASET, Scope.SEQUENCE, Scope.FRAME, Scope.PARENT, Scope.INSTANCE);

  /** Of definitions, which are drawn once a sequence unless {@code per} says otherwise. */
  static final List<Scope> ANYWHERE =
      List.of(Scope.DATASET, Scope.FRAME, Scope.PARENT, Scope.INSTANCE, Scope.SEQUENCE);

  /** Of light; reflectances are among them. */
  private static final NumberRange RADIANCE = new NumberRange(0, 1000);

  static final NumberParameterKind ANY_NUMBER =
      new NumberParameterKind(NumberRange.ANY, "", false, false, ANYWHERE);
  static final ColorParameterKind ANY_COLOR =
      new ColorParameterKind(new ColorKind(RADIANCE, true), ANYWHERE);
  static final PointParameterKind ANY_POINT = new PointParameterKind(NumberRange.ANY, ANYWHERE);
  static final RotationParameterKind ANY_ROTATION = new RotationParameterKind(ANYWHERE);
  static final SurfaceParameterKind ANY_SURFACE = new SurfaceParameterKind(ANYWHERE);

  private Parameters() {}

  /** What a definition may be. */
  public static List<ParameterKind<?>> kinds() {
    return List.of(ANY_NUMBER, ANY_COLOR, ANY_POINT, ANY_ROTATION, ANY_SURFACE);
  }

  /** A rotation that is drawn for each instance unless {@code per} says otherwise. */
  public static RotationParameterKind rotation() {
    return new RotationParameterKind(INSTANCE);
  }

  /** A surface that is drawn for each instance unless {@code per} says otherwise. */
  public static SurfaceParameterKind surface() {
    return new SurfaceParameterKind(INSTANCE);
  }

  /** A whole number from 0, drawn for each instance unless {@code per} says otherwise. */
  public static NumberParameterKind wholePerInstance(long most) {
    return new NumberParameterKind(new NumberRange(0, most), "", true, false, INSTANCE);
  }

  /** Drawn once a sequence unless {@code per} says otherwise. */
  public static NumberParameterKind perSequence(NumberRange range, String unit) {
    return new NumberParameterKind(range, unit, false, false, SEQUENCE);
  }

  /** A whole number that is drawn for each frame unless {@code per} says otherwise. */
  public static NumberParameterKind wholePerFrame(long most) {
    return new NumberParameterKind(new NumberRange(0, most), "", true, false, FRAME);
  }

  /** Drawn for each instance unless {@code per} says otherwise. */
  public static NumberParameterKind perInstance(NumberRange range, String unit) {
    return new NumberParameterKind(range, unit, false, false, INSTANCE);
  }

  /** A coordinate of an area: two numbers span it. */
  public static NumberParameterKind span() {
    return new NumberParameterKind(NumberRange.COORDINATE, "m", false, true, INSTANCE);
  }

  /** A whole number, drawn once a sequence unless {@code per} says otherwise. */
  public static NumberParameterKind wholePerSequence(double least, double most) {
    return new NumberParameterKind(new NumberRange(least, most), "", true, false, SEQUENCE);
  }

  /** How many instances a group has. */
  public static NumberParameterKind count(long most) {
    return wholePerSequence(0, most);
  }

  /** Drawn once for all siblings unless {@code per} says otherwise. */
  public static NumberParameterKind perParent(NumberRange range, String unit) {
    return new NumberParameterKind(range, unit, false, false, PARENT);
  }

  /** A whole number from 1, drawn once for all siblings unless {@code per} says otherwise. */
  public static NumberParameterKind wholePerParent(long most) {
    return new NumberParameterKind(new NumberRange(1, most), "", true, false, PARENT);
  }

  /** How many instances a group has for each instance of its parent. */
  public static NumberParameterKind countOfChildren(long most) {
    return new NumberParameterKind(new NumberRange(0, most), "", true, false, PARENT);
  }

  public static ColorParameterKind lightColor(boolean mayBeBlack) {
    return new ColorParameterKind(new ColorKind(RADIANCE, mayBeBlack), SEQUENCE);
  }

  /** A reflectance, or another share of light, drawn once a sequence. */
  public static ColorParameterKind albedo() {
    return new ColorParameterKind(new ColorKind(NumberRange.UNIT_INTERVAL, true), SEQUENCE);
  }

  public static ColorParameterKind surfaceColor() {
    return new ColorParameterKind(new ColorKind(NumberRange.UNIT_INTERVAL, true), INSTANCE);
  }
}
