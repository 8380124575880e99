/** Packs of assets: what they are, where they come from, how they get here. */
package org.diorama.assets.pack;
