/** Any COCO file, whoever wrote it: what is wrong with it, and what a trainer would make of it. */
package org.diorama.dataset.verify.foreign;
