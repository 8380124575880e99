package org.diorama.core.sky.image;

import java.util.Optional;
import java.util.OptionalDouble;
import org.diorama.core.math.LinearColor;
import org.diorama.core.sky.SkyBody;

/**
 * What sampling may know of an image of a sky.
 *
 * @param digest SHA-256 of the file, in lower-case hexadecimal
 * @param illuminance of a surface that faces up, its sun included, per channel; in the file's unit
 *     times steradians
 * @param sun where the image has one above its horizon; its light likewise in the file's unit
 * @param unit cd/m² of one unit, where the file says so
 */
public record SkyImageFact(
    String digest, LinearColor illuminance, Optional<SkyBody> sun, OptionalDouble unit) {}
