/** COCO's measures: average precision of boxes, masks and keypoints, and panoptic quality. */
package org.diorama.dataset.verify.score;
