package org.diorama.core.render;

/**
 * One line of a diagnosis.
 *
 * @param key stable name, such as {@code egl.device.0.renderer}
 * @param ok whether it is as it should be
 * @param remedy what to do where it is not; empty otherwise
 */
public record RendererFinding(String key, String value, boolean ok, String remedy) {}
