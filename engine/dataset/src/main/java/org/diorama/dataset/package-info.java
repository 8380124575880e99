/** A dataset on disk: runs that add frames to it, what finishes it, what reads it. */
package org.diorama.dataset;
