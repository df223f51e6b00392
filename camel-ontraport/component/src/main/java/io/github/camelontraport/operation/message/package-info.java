/** The fields of Ontraport messages, by message type. They are checked when a message is created or updated. */
package io.github.camelontraport.operation.message;
