package org.diorama.core.sky;

/**
 * What skies are made from beside their records. A renderer's session has one; the tables that
 * several skies share are made once. Safe for several threads.
 */
public final class SkySources {}
