package org.diorama.reference;

import org.diorama.core.render.DeviceRequest;
import org.diorama.core.render.RenderSession;
import org.diorama.testkit.AnalyticScenes;
import org.diorama.testkit.InMemoryAssets;
import org.diorama.testkit.LabelCasesContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelCasesTest {
  private static final InMemoryAssets ASSETS = AnalyticScenes.shapes();
  private static RenderSession session;

  @BeforeAll
  static void open() {
    session = new ReferenceRendererProvider().open(DeviceRequest.AUTO, ASSETS);
  }

  @AfterAll
  static void close() {
    session.close();
  }

  private static LabelCasesContract contract() {
    return new LabelCasesContract(session, ASSETS);
  }

  @Test
  void aCubeSeenWhole() {
    contract().aCubeSeenWhole();
  }

  @Test
  void anUnlabelledOccluderInFrontIsNamed() {
    contract().anUnlabelledOccluderInFrontIsNamed();
  }

  @Test
  void depthAtEdgesHasTwoValues() {
    contract().depthAtEdgesHasTwoValues();
  }

  @Test
  void theFullBoxGoesBeyondTheImage() {
    contract().theFullBoxGoesBeyondTheImage();
  }

  @Test
  void aRingKeepsItsHoleAndIsOnePiece() {
    contract().aRingKeepsItsHoleAndIsOnePiece();
  }

  @Test
  void cornersInFrontAndBehind() {
    contract().cornersInFrontAndBehind();
  }

  @Test
  void severalCamerasShareTheInstance() {
    contract().severalCamerasShareTheInstance();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 5, 30, 60, 90, 120, 150})
  void boxesAgreeAtEveryAngleOfView(double degrees) {
    contract().boxesAgreeAtEveryAngleOfView(degrees);
  }

  @Test
  void whatIsDeletedLeavesNoBox() {
    contract().whatIsDeletedLeavesNoBox();
  }
}
