/** What is wrong with a mask, a box, an area: causes, wherever the annotation comes from. */
package org.diorama.dataset.verify.label;
