/** Named points of assets, and what images show of them. */
package org.diorama.core.label.keypoint;
