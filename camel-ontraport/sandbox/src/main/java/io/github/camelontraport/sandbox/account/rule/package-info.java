/** Checks the events, conditions and actions of rules. */
package io.github.camelontraport.sandbox.account.rule;
