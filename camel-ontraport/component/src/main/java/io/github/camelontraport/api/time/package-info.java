/**
 * Clock and timer, which tests substitute.
 */
package io.github.camelontraport.api.time;
