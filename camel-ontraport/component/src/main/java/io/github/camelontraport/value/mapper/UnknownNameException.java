package io.github.camelontraport.value.mapper;

import io.github.camelontraport.api.InvalidInputException;

/** The metadata lacks a field or an option, which the account may have got since the metadata was read. */
final class UnknownNameException extends InvalidInputException {

    private static final long serialVersionUID = 1L;

    UnknownNameException(String message) {
        super(message);
    }
}
