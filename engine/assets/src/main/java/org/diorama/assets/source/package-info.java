/** Where the files of a model come from, and what keeps a model inside its folder. */
package org.diorama.assets.source;
