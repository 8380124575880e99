/** What an image's ids say of who hides whom, and in how many pieces things are seen. */
package org.diorama.core.label.occlusion;
