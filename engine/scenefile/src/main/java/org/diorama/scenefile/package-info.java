/**
 * Reads scene files: {@link SceneReader} turns YAML into core's description, {@link SceneChecks}
 * holds it against the assets there are.
 */
package org.diorama.scenefile;
