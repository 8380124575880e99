/** A merged dataset against the sources that it keeps. */
package org.diorama.dataset.verify.merged;
