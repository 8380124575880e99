/**
 * Values that may be randomized: the distributions of each type, and the definitions, palettes and
 * grids that they share.
 */
package org.diorama.scenefile.grammar.distribution;
