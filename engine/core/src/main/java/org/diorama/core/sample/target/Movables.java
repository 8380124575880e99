package org.diorama.core.sample.target;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.sample.instance.Instance;
import org.diorama.core.sample.place.Freedom;
import org.diorama.core.sample.place.Mobility;
import org.diorama.core.sample.place.PlacementSampler;
import org.diorama.core.sample.place.Standing;
import org.diorama.core.sample.room.Occupancy;

/** Which instances of a frame may be moved, and where they all stand. */
public final class Movables {
  private final PlacementSampler places;
  private final List<Instance> carriers;
  private final Map<Instance, Mobility> known = new LinkedHashMap<>();

  /**
   * @param carriers instances that cameras stand on: what these see is decided, so they stay
   */
  public Movables(PlacementSampler places, List<Instance> carriers) {
    this.places = places;
    this.carriers = carriers;
  }

  Occupancy room() {
    return places.occupancy();
  }

  Mobility of(Instance instance) {
    Mobility mobility = known.get(instance);
    if (mobility == null) {
      mobility =
          carries(instance) ? Mobility.bound("a camera stands on it") : places.mobility(instance);
      known.put(instance, mobility);
    }
    if (mobility.freedom().isEmpty()) {
      return mobility;
    }
    if (room().meetsFall(instance)) {
      return Mobility.bound("what falls in the sequence meets it");
    }
    return room().bears(instance) ? Mobility.bound("something rests on it") : mobility;
  }

  private boolean carries(Instance instance) {
    for (Instance carrier : carriers) {
      Optional<Instance> at = Optional.of(carrier);
      while (at.isPresent()) {
        if (at.get() == instance) {
          return true;
        }
        at = at.get().parent();
      }
    }
    return false;
  }

  /** Where an instance stood. */
  record Stood(Freedom freedom, Standing standing) {}

  /** Where those stand that were asked for so far: the others have not been moved. */
  List<Stood> standings() {
    List<Stood> standings = new ArrayList<>();
    for (Mobility mobility : known.values()) {
      mobility.freedom().ifPresent(freedom -> standings.add(new Stood(freedom, freedom.here())));
    }
    return standings;
  }

  /** Moves back those that were moved since. */
  void restore(List<Stood> standings) {
    for (Stood stood : standings) {
      if (stood.freedom().here() != stood.standing()) {
        stood.freedom().moveTo(stood.standing());
        room().moved(stood.freedom().instance());
      }
    }
  }
}
