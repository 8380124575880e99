/** Parts of the dataset, and the assets that each may show. */
package org.diorama.core.sample.split;
