/** Datasets of other makers, in COCO's or YOLO's form: reading, converting and joining them. */
package org.diorama.dataset.foreign;
