/**
 * Conditions that select records: parsing of both written forms, writing of JSON, and matching against records.
 */
package io.github.camelontraport.api.condition;
