/** Names of the account's records that stand in for their ids: sequences, automations, forms, products, groups and users. */
package io.github.camelontraport.value.name;
