package org.diorama.testkit;

import org.diorama.core.asset.AssetStore;
import org.diorama.core.asset.Dress;
import org.diorama.core.asset.Model;
import org.diorama.core.sky.image.SkyImage;

/** The assets of whichever test draws, for a session that many tests share. */
public final class LentAssets implements AssetStore {
  private volatile AssetStore lender;

  /** From now on all come from there. */
  public void lend(AssetStore assets) {
    lender = assets;
  }

  @Override
  public Model model(String assetId) {
    return lender.model(assetId);
  }

  @Override
  public Model dress(Model model, Dress dress) {
    return lender.dress(model, dress);
  }

  @Override
  public SkyImage skyImage(String file) {
    return lender.skyImage(file);
  }
}
