/** The program that runs worlds with faults, fuzzes the parsers and prints tables. */
package io.github.camelontraport.campaign;
