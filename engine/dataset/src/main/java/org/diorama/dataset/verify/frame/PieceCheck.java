package org.diorama.dataset.verify.frame;

import java.util.ArrayDeque;
import java.util.Deque;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.read.Mask;
import tools.jackson.databind.JsonNode;

/** How many pieces a mask has; pixels that touch at a corner belong together. */
final class PieceCheck implements ViewCheck {
  @Override
  public String name() {
    return "pieces of masks";
  }

  @Override
  public void check(ViewEvidence view, CheckReport report) {
    for (CocoImageEvidence.Entry entry : view.coco().annotations()) {
      JsonNode pieces = entry.json().path("diorama").path("pieces");
      if (pieces.isMissingNode() || !view.has(Plane.INSTANCE)) {
        report.lacking("the annotator pieces");
        continue;
      }
      report.examined(1);
      int due = count(view.instanceMask(entry.instance()));
      if (pieces.asInt(-1) != due) {
        report.findAnnotation(
            Fault.PIECES_WRONG, entry, view.imageId(), pieces + ", its mask has " + due);
      }
    }
  }

  /** Floods one piece after the other. */
  private static int count(Mask mask) {
    boolean[] left = new boolean[mask.width() * mask.height()];
    mask.paint(left);
    int pieces = 0;
    Deque<Integer> flood = new ArrayDeque<>();
    for (int i = 0; i < mask.spans().length; i += 2) {
      for (int start = mask.spans()[i]; start < mask.spans()[i + 1]; start++) {
        if (!left[start]) {
          continue;
        }
        pieces++;
        left[start] = false;
        flood.add(start);
        while (!flood.isEmpty()) {
          around(flood.remove(), mask, left, flood);
        }
      }
    }
    return pieces;
  }

  private static void around(int position, Mask mask, boolean[] left, Deque<Integer> flood) {
    int x = position / mask.height();
    int y = position % mask.height();
    for (int column = Math.max(0, x - 1); column <= Math.min(mask.width() - 1, x + 1); column++) {
      for (int row = Math.max(0, y - 1); row <= Math.min(mask.height() - 1, y + 1); row++) {
        int next = column * mask.height() + row;
        if (left[next]) {
          left[next] = false;
          flood.add(next);
        }
      }
    }
  }
}
