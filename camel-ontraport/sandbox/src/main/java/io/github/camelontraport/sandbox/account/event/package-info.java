/** Events of the account: records, tags and forms. Other packages listen to them. */
package io.github.camelontraport.sandbox.account.event;
