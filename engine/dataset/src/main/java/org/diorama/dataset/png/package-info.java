/** PNG, written fast. */
package org.diorama.dataset.png;
