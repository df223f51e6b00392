/**
 * Records between the form of the API and the form that users see: typed values, labels of options, labels of fields. Names
 * and values of conditions are mapped with them.
 */
package io.github.camelontraport.value.mapper;
