package org.diorama.dataset.verify.foreign;

import java.util.Set;
import org.diorama.dataset.verify.finding.Fault;
import tools.jackson.databind.JsonNode;

/**
 * Categories that are listed, and crowds that say so and have run lengths. LVIS (Gupta et al.,
 * 2019) has no crowds: its annotations carry no {@code iscrowd}, and its own evaluator asks for
 * none. Its images tell, by the categories that were looked for and not found in them.
 */
final class CrowdCheck implements ForeignCheck {
  private static final String OF_LVIS = "neg_category_ids";

  private final Set<Long> categories;

  /**
   * @param categories ids of those that are listed
   */
  CrowdCheck(Set<Long> categories) {
    this.categories = categories;
  }

  @Override
  public String name() {
    return "categories and crowds";
  }

  @Override
  public void check(ForeignImage image, ForeignAnnotation annotation, ForeignReport report) {
    report.examined(1);
    JsonNode category = annotation.json().path("category_id");
    if (!category.isIntegralNumber() || !categories.contains(category.asLong(-1))) {
      report.find(Fault.CATEGORY_UNKNOWN, image, annotation, "its category is " + category);
    }
    JsonNode crowd = annotation.json().path("iscrowd");
    if (crowd.isMissingNode() && image.entry().has(OF_LVIS)) {
      report.lacking("iscrowd, which LVIS has not");
    } else if (crowd.isMissingNode() || crowd.isNull()) {
      report.find(Fault.ISCROWD_MISSING, image, annotation, "it has no iscrowd");
    } else if (!crowd.isNumber()) {
      report.find(Fault.VALUE_NO_NUMBER, image, annotation, "iscrowd is " + crowd);
    } else if (!crowd.isIntegralNumber() || crowd.asInt() < 0 || crowd.asInt() > 1) {
      report.find(Fault.CROWD_WRONG, image, annotation, "iscrowd is " + crowd);
    } else if (crowd.asInt() == 1 && annotation.json().path("segmentation").isArray()) {
      report.find(Fault.CROWD_WITH_POLYGONS, image, annotation, "it has polygons");
    }
  }
}
