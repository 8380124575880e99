/** Reading of JSON files of any length in bounded memory. */
package org.diorama.dataset.verify.json;
