package org.diorama.cli.view;

import java.util.List;

/** Something drawn over an image for one annotation; coordinates in pixel edges of the image. */
sealed interface Mark {
  Layer layer();

  int instanceId();

  /** Draws it. */
  void draw(Pen pen);

  /** What is drawn over images: values of annotators, by their names, and stuff. */
  enum Layer {
    BBOX_AMODAL,
    BBOX_FULL,
    BBOX_LOOSE,
    BBOX_3D,
    AMODAL_MASK,
    KEYPOINTS,
    POSE,
    OCCLUSION,
    PIECES,
    EXTENT,
    CONTRAST,
    /** Not of an instance: see {@link LabelledImage.Stuff}. */
    STUFF;

    /** The annotator's name. */
    String text() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** What a mark can be drawn with. */
  interface Pen {
    /**
     * @param points x0, y0, x1, y1 … of an open line
     */
    void line(double... points);

    /** Fills closed outlines together by the even-odd rule. */
    void region(List<int[]> outlines);

    /**
     * One of a thing's own axes.
     *
     * @param axis 0 for x, 1 for y, 2 for z
     * @param line x0, y0, x1, y1
     */
    void axis(int axis, double... line);

    /**
     * @param filled whether it is seen
     */
    void dot(double x, double y, boolean filled, String name);
  }

  /**
   * @param lines x0, y0, x1, y1 … each
   */
  record Lines(Layer layer, int instanceId, List<double[]> lines) implements Mark {
    @Override
    public void draw(Pen pen) {
      lines.forEach(pen::line);
    }
  }

  /**
   * @param outlines corners x0, y0, x1, y1 … of each closed line
   */
  record Region(Layer layer, int instanceId, List<int[]> outlines) implements Mark {
    @Override
    public void draw(Pen pen) {
      pen.region(outlines);
    }
  }

  /**
   * A thing's own axes from its origin.
   *
   * @param axes x0, y0, x1, y1 of x, y and z
   */
  record Axes(Layer layer, int instanceId, List<double[]> axes) implements Mark {
    @Override
    public void draw(Pen pen) {
      for (int axis = 0; axis < axes.size(); axis++) {
        pen.axis(axis, axes.get(axis));
      }
    }
  }

  /** A value in words, which stands beside the name. */
  record Note(Layer layer, int instanceId, String text) implements Mark {
    @Override
    public void draw(Pen pen) {
      // Names are written last, over everything.
    }
  }

  /** A named point. */
  record Point(double x, double y, boolean visible, String name) {}

  /**
   * @param bones pairs of places in the list of points
   */
  record Points(Layer layer, int instanceId, List<Point> points, List<int[]> bones)
      implements Mark {
    @Override
    public void draw(Pen pen) {
      for (int[] bone : bones) {
        Point from = points.get(bone[0]);
        Point to = points.get(bone[1]);
        pen.line(from.x(), from.y(), to.x(), to.y());
      }
      points.forEach(point -> pen.dot(point.x(), point.y(), point.visible(), point.name()));
    }
  }
}
