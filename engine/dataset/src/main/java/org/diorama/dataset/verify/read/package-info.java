/**
 * The verifier's own reading of images and masks. It shares no code and no formula with what writes
 * them.
 */
package org.diorama.dataset.verify.read;
