/** Object types and their fields, standard and custom. */
package io.github.camelontraport.sandbox.account.type;
