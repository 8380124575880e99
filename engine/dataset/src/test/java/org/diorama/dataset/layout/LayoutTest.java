package org.diorama.dataset.layout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.diorama.core.scene.FloatFiles;
import org.junit.jupiter.api.Test;

class LayoutTest {
  @Test
  void flatNamesHaveEightDigitsAndTheCamera() {
    assertEquals("00000012.png", Layout.FLAT.fileName(12, "", ".png"));
    assertEquals("00000012_left.png", Layout.FLAT.fileName(12, "left", ".png"));
    assertEquals("1234567890.png", Layout.FLAT.fileName(1_234_567_890L, "", ".png"));
    assertEquals("records/00000012.json", Layout.FLAT.record(12));
    assertEquals("depth/00000012.png", Kind.DEPTH.path(Layout.FLAT, 12, "", FloatFiles.NPY));
  }

  @Test
  void blocksHaveFoldersOfAThousand() {
    assertEquals("00012/00012345_left.png", Layout.BLOCKS.fileName(12_345, "left", ".png"));
    assertEquals("records/00000/00000999.json", Layout.BLOCKS.record(999));
    assertEquals(
        "images/00001/00001000.png", Kind.IMAGE.path(Layout.BLOCKS, 1000, "", FloatFiles.NPY));
    assertEquals("12000-12999", Layout.framesOf(12).toString());
    assertEquals("100000", Layout.blockName(100_000));
  }

  @Test
  void blocksOfScatteredFrames() {
    assertArrayEquals(
        new long[] {0, 1, 2, 7}, Layout.blocksOf(FrameSet.parse("0-3,5,999-2000,7100")));
    assertArrayEquals(new long[0], Layout.blocksOf(FrameSet.EMPTY));
  }

  @Test
  void filesOfABlockAndOfItsFrames() {
    assertEquals(OptionalLong.of(12), Layout.blockOf("blocks/00012.json"));
    assertEquals(OptionalLong.of(12), Layout.blockOf("records/00012.jsonl.zst"));
    assertEquals(
        OptionalLong.of(123_456), Layout.blockOf("annotations/coco-rle/stuff/123456.json"));
    assertEquals(OptionalLong.empty(), Layout.blockOf("records/00000012.json"));
    assertEquals(OptionalLong.empty(), Layout.blockOf("records/00012/00012345.json"));
    assertEquals(OptionalLong.empty(), Layout.blockOf("annotations/panoptic/00012/00012345.png"));
    assertEquals(OptionalLong.empty(), Layout.blockOf("annotations/instances.json"));
    assertEquals(OptionalLong.empty(), Layout.blockOf("depth/00012/00012345.png"));
  }
}
