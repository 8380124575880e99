/** The labels of a frame, all its files held against each other. */
package org.diorama.dataset.verify.frame;
