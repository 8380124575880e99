package org.diorama.dataset;

import org.diorama.dataset.format.DatasetDescription;

/**
 * How to read the numbers of a dataset, in its manifest for whoever has nothing else.
 *
 * @param depthScale millimeters a step of the depth images
 * @param depthMax meters; surfaces beyond are 0 like no surface
 * @param semanticVoid value of unlabelled pixels that no loss should count
 */
record Conventions(
    String world,
    String camera,
    String pixel,
    String bbox,
    String depth,
    double depthScale,
    double depthMax,
    int semanticVoid,
    String frame,
    String imageId,
    String annotationId) {

  static Conventions of(DatasetDescription description) {
    return new Conventions(
        "right-handed, +Z up, meters",
        "OpenCV: +X right, +Y down, +Z forward; world_from_camera maps camera to world points",
        "pixel (0, 0) is the top-left one, its center is (0.5, 0.5)",
        "[x, y, width, height] in pixel edges",
        "planar z in millimeters = value * depth_scale; 0 = no surface or beyond depth_max",
        description.labels().depthScale(),
        description.labels().depthMax(),
        InstanceMeanings.voidValue(description.categories()),
        "(sequence * twins + twin) * length + step",
        "frame * cameras + camera + 1",
        "image id * 65536 + instance id");
  }
}
