/** COCO: run lengths, boxes, polygons, panoptic colors, and the writer of its files. */
package org.diorama.dataset.coco;
