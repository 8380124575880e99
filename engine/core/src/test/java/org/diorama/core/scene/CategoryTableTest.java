package org.diorama.core.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.diorama.core.scene.Category.Form;
import org.diorama.core.scene.Category.Use;
import org.junit.jupiter.api.Test;

class CategoryTableTest {
  private static final Category VEHICLE = new Category("vehicle", 1, "vehicle", List.of("bus"));
  private static final Category CAR =
      new Category("car", 2, "car", List.of("car"), Form.THING, Use.LABEL, Optional.of("vehicle"));

  private static Category air(String name, Use use, Optional<String> into, String... from) {
    return new Category(name, 3, name, List.of(from), Form.STUFF, use, into);
  }

  @Test
  void findsByEachName() {
    CategoryTable table = new CategoryTable(List.of(VEHICLE, CAR));
    assertEquals(Optional.of(CAR), table.withId(2));
    assertEquals(Optional.empty(), table.withId(0));
    assertEquals(Optional.of(VEHICLE), table.named("vehicle"));
    assertEquals(Optional.of(VEHICLE), table.taking("bus"));
    assertEquals(Optional.empty(), table.taking("vehicle"));
  }

  @Test
  void whatGoesIntoAnotherIsLabelledAsThat() {
    CategoryTable table = new CategoryTable(List.of(VEHICLE, CAR));
    assertEquals(VEHICLE, table.labelling(CAR));
    assertEquals(VEHICLE, table.labelling(VEHICLE));
    assertEquals(List.of(true, false), List.of(VEHICLE.isListed(), CAR.isListed()));
  }

  @Test
  void theSkyIsWhatTakesItIn() {
    Category sky = air("sky", Use.LABEL, Optional.empty(), "sky");
    assertEquals(Optional.of(sky), new CategoryTable(List.of(CAR, sky)).sky());
    assertEquals(Optional.empty(), new CategoryTable(List.of(CAR, VEHICLE)).sky());
    Category none = air("sky", Use.NONE, Optional.empty(), "sky");
    assertEquals(Optional.empty(), new CategoryTable(List.of(none)).sky());
    Category merged = air("sky", Use.LABEL, Optional.of("air"), "sky");
    Category air = air("air", Use.VOID, Optional.empty());
    assertEquals(Optional.of(air), new CategoryTable(List.of(merged, air)).sky());
  }
}
