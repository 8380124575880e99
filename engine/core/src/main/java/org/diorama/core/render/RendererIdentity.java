package org.diorama.core.render;

/**
 * What decides a renderer's bytes.
 *
 * @param name such as {@code opengl} or {@code reference}
 * @param version of the renderer; changes whenever its output may
 * @param deviceClass {@code gpu}, {@code software} or {@code java}: datasets of different classes
 *     do not mix
 * @param device for people and the log, such as the GL renderer string; not part of any digest
 */
public record RendererIdentity(String name, String version, String deviceClass, String device) {}
