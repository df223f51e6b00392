package io.github.camelontraport.sandbox;

/** An error the API answers with a status and one bare sentence. */
final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    ApiException(int status, String text) {
        super(text, null, false, false);
        this.status = status;
    }

    static ApiException invalid(String text) {
        return new ApiException(400, text);
    }

    static ApiException missing(String parameter) {
        return invalid("Missing required parameter: " + parameter);
    }

    static ApiException notFound() {
        return new ApiException(404, "Object not found");
    }

    static ApiException noSuchPath() {
        return new ApiException(404, "Invalid path and/or method");
    }

    int status() {
        return status;
    }
}
