package org.diorama.cli.render;

import java.nio.file.Path;
import java.util.function.LongFunction;
import org.diorama.core.label.LabelAssets;
import org.diorama.core.sample.SampledFrame;
import org.diorama.dataset.DatasetRequest;
import org.diorama.dataset.SceneSource;
import org.diorama.dataset.format.DatasetDescription;

/**
 * What a run makes, and from what.
 *
 * @param out the dataset's folder
 * @param description decided before the first frame
 * @param source of the scene, kept in the dataset
 * @param sampler decides a frame; safe for use by several threads
 * @param assets what labels may ask of the frames' assets
 * @param finish whether the dataset is complete after this run
 */
record RenderPlan(
    Path out,
    DatasetDescription description,
    SceneSource source,
    DatasetRequest request,
    LongFunction<SampledFrame> sampler,
    LabelAssets assets,
    boolean finish) {}
