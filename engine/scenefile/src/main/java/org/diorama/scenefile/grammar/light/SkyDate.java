package org.diorama.scenefile.grammar.light;

import org.diorama.core.scene.Parameter;

/**
 * A day of the Gregorian calendar.
 *
 * @param day of the year from 1
 */
record SkyDate(int year, Parameter<Double> day) {}
