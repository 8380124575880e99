/** Point clouds as files. */
package org.diorama.dataset.points;
