/** The files of a dataset against its manifest. */
package org.diorama.dataset.verify.files;
