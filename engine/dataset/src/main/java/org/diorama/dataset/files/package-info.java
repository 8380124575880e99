/**
 * Everything that changes files: staged ones of a dataset, locks, whole files elsewhere, failures
 * as lines for people.
 */
package org.diorama.dataset.files;
