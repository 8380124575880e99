/** Which files of the disk a scene may name. */
package org.diorama.core.files;
