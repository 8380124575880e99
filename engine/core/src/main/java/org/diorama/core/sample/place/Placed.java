package org.diorama.core.sample.place;

import org.diorama.core.sample.instance.Instance;
import org.diorama.core.sample.surface.Spot;

/** An instance that found a place, what it asked for and what it got. */
record Placed(PlaceRequest request, Instance instance, Spot spot) {}
