package io.github.camelontraport.sandbox.protocol;

/** An error reply of the API: a status and one sentence. */
public final class ApiErrorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    public ApiErrorException(int status, String text) {
        super(text, null, false, false);
        this.status = status;
    }

    public static ApiErrorException invalid(String text) {
        return new ApiErrorException(400, text);
    }

    public static ApiErrorException missing(String parameter) {
        return invalid("Missing required parameter: " + parameter);
    }

    public static ApiErrorException notFound() {
        return new ApiErrorException(404, "Object not found");
    }

    public static ApiErrorException noSuchPath() {
        return new ApiErrorException(404, "Invalid path and/or method");
    }

    public int status() {
        return status;
    }
}
