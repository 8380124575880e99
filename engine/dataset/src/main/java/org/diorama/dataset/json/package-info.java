/** How values become JSON and back, strictly and the same bytes every time. */
package org.diorama.dataset.json;
