/**
 * The events, conditions and actions of rules. {@link io.github.camelontraport.operation.rule.RuleGrammar} lists them all;
 * lists of maps are written as the API's text and read back from it.
 */
package io.github.camelontraport.operation.rule;
