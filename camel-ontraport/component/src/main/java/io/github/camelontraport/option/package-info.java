/**
 * How the options of component and endpoints are read: the form of their texts, their ranges, and the groups to which they
 * belong. Nothing here knows a particular option.
 */
package io.github.camelontraport.option;
