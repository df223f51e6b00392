/** Charges of cards, and the invoices, purchases and orders that follow from a sale. */
package io.github.camelontraport.sandbox.account.sale;
