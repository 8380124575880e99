package org.diorama.reference;

import org.diorama.core.math.Vec3;

/**
 * One of the directions in which the facets of rough surfaces on a ray's way send it on: facets of
 * GGX, each chosen as often as it is large, after Walter, Marschner, Li and Torrance, Microfacet
 * Models for Refraction through Rough Surfaces (EGSR 2007). Each surface draws from sequences of
 * its own, multiples of a prime's square root: Richtmyer, The Evaluation of Definite Integrals, and
 * a Quasi-Monte-Carlo Method (Los Alamos, 1951).
 */
final class FacetSample {
  /** Directions that stand for all. */
  static final int COUNT = 64;

  /** Roughness below which glass counts as polished, as imported windows do. */
  private static final double SMOOTH = 0.1;

  /** Of borders that mirror or not. */
  private static final int CHOICE = 53;

  /** For the angle of the first surface, then size and angle of each of the next ones. */
  private static final int[] PRIMES = {5, 2, 3, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47};

  private final int number;
  private final int count;
  private int surfaces;
  private double choice;
  private double weight = 1;
  private boolean rough;

  /**
   * @param number in [0, {@link #COUNT})
   */
  FacetSample(int number) {
    this(number, COUNT);
  }

  /**
   * One of fewer directions that stand for all: a sequence of its own, since every fourth of a
   * longer one, say, leans nearly the same way.
   *
   * @param number in [0, count)
   */
  FacetSample(int number, int count) {
    this.number = number;
    this.count = count;
    this.choice = part(0.5 + number * Math.sqrt(CHOICE));
  }

  /** Whether any surface so far was rough; if none was, all samples are the same. */
  boolean isRough() {
    return rough;
  }

  /** Share that facets have not hidden from each other, 0 where a ray went astray. */
  double weight() {
    return weight;
  }

  /**
   * The normal of a facet.
   *
   * @param normal unit vector of the surface
   * @param roughness perceptual
   */
  Vec3 normal(Vec3 normal, double roughness) {
    if (roughness < SMOOTH) {
      return normal;
    }
    rough = true;
    double u = surfaces == 0 ? (number + 0.5) / count : part(0.5 + multiple(2 * surfaces - 1));
    double slope = roughness * roughness * Math.sqrt(u / (1 - u));
    double around = 2 * Math.PI * part(multiple(2 * surfaces));
    surfaces++;
    Vec3 across = Math.abs(normal.z()) < 0.9 ? Vec3.UNIT_Z : Vec3.UNIT_X;
    Vec3 side = normal.cross(across).normalize();
    Vec3 other = normal.cross(side);
    Vec3 lean = side.times(Math.cos(around)).plus(other.times(Math.sin(around)));
    return normal.plus(lean.times(slope)).normalize();
  }

  /** Whether it is mirrored where a share of the light is, as such a share of all samples is. */
  boolean mirrors(double share) {
    boolean mirrors = choice < share;
    choice = mirrors ? choice / share : (choice - share) / (1 - share);
    return mirrors;
  }

  /**
   * Takes the share of a facet's light that others let pass, by Smith's terms.
   *
   * @param before unit vector of the ray before the surface; likewise after it
   */
  void pass(Vec3 before, Vec3 after, Vec3 normal, Vec3 facet, double roughness) {
    if (roughness < SMOOTH) {
      return;
    }
    double in = -before.dot(normal);
    double out = -after.dot(normal);
    if (in <= 0 || out <= 0) {
      weight = 0;
      return;
    }
    double alpha = roughness * roughness;
    double seen = 1 / (1 + hidden(in, alpha) + hidden(out, alpha));
    weight *= seen * Math.abs(before.dot(facet)) / (in * normal.dot(facet));
  }

  private static double hidden(double cosine, double alpha) {
    double tangent2 = 1 / (cosine * cosine) - 1;
    return (Math.sqrt(1 + alpha * alpha * tangent2) - 1) / 2;
  }

  private double multiple(int sequence) {
    return number * Math.sqrt(PRIMES[sequence]);
  }

  private static double part(double value) {
    return value - Math.floor(value);
  }
}
