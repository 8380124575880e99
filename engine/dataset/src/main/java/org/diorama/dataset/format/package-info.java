/** What all formats share: the description of a dataset and the interface of their writers. */
package org.diorama.dataset.format;
