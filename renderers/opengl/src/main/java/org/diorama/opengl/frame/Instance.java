package org.diorama.opengl.frame;

import org.diorama.core.asset.LevelOfDetail;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Draw;
import org.diorama.opengl.resident.ResidentModel;

/** A draw of the job with its resident model. */
record Instance(Draw draw, ResidentModel model) {

  LevelOfDetail level() {
    return model.levels().get(draw.level());
  }

  /** Around the drawn level in the object's space; a coarse level may bulge by its error. */
  Aabb bounds() {
    double error = level().error();
    Vec3 margin = new Vec3(error, error, error);
    return new Aabb(model.bounds().min().minus(margin), model.bounds().max().plus(margin));
  }
}
