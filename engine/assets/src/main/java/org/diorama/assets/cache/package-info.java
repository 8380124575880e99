/** Baked models on disk, found again by the content of every file that made them. */
package org.diorama.assets.cache;
