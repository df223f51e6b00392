/**
 * Operations that single types have besides records: setDefaultCard, hostedUrl, formHtml, formBlocks. {@link
 * io.github.camelontraport.operation.page.PageOperations} holds their rows.
 */
package io.github.camelontraport.operation.page;
