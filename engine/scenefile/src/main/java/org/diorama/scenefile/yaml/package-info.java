/** YAML as a located tree, read within limits. Knows no scene. */
package org.diorama.scenefile.yaml;
