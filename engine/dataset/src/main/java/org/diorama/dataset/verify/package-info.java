/** The proof of a dataset: everything is read again from disk and held against everything else. */
package org.diorama.dataset.verify;
