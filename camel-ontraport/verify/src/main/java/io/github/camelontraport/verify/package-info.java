/**
 * A program that reads an account and says which of the component's assumptions hold there. {@code VerifyMain} runs it,
 * {@code Facts} is the table of what is checked, and {@code Account} is the only way to the API, which reads only.
 */
package io.github.camelontraport.verify;
