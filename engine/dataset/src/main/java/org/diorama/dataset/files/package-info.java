/**
 * Everything that changes a dataset's folder: staged files, locks, failures as lines for people.
 */
package org.diorama.dataset.files;
