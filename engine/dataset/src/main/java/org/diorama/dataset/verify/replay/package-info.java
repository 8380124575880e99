/** Frames that were made again, against what is stored of them. */
package org.diorama.dataset.verify.replay;
