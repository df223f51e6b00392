/** Tags, sequences and automations of records. Changes take effect after the tag delay. */
package io.github.camelontraport.sandbox.account.membership;
