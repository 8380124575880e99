/** Problems and their places. */
package org.diorama.scenefile.diagnostic;
