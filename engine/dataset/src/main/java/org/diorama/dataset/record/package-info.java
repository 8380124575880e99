/** The record of a frame: what was drawn, what was labelled, which files hold it. */
package org.diorama.dataset.record;
