/** The file format of baked models, and the values around it. */
package org.diorama.assets.bake;
