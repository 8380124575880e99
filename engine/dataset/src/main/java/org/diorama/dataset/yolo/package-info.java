/** Labels in the text files of the YOLO family, laid out as Ultralytics reads them. */
package org.diorama.dataset.yolo;
