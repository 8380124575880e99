/** Where the files of a frame lie, and sets of frame numbers. */
package org.diorama.dataset.layout;
