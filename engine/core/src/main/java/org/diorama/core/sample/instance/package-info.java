/** The instances of the frame that is being decided. */
package org.diorama.core.sample.instance;
