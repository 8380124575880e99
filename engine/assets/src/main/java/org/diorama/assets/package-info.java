/** Models for scenes: shapes, files, and installed packs. */
package org.diorama.assets;
