/** What an installed pack holds. */
package org.diorama.assets.catalog;
