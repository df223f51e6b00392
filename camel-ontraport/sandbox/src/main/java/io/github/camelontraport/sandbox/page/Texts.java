package io.github.camelontraport.sandbox.page;

/** Texts of any length and content, made fit for the page. */
final class Texts {

    private static final int LENGTH = 300;

    private Texts() {}

    static String shortened(String text) {
        if (text.length() <= LENGTH) {
            return text;
        }
        // Not between the two halves of a character.
        int end = Character.isHighSurrogate(text.charAt(LENGTH - 1)) ? LENGTH - 1 : LENGTH;
        return text.substring(0, end) + "…";
    }

    /** The URL without its query and fragment, which may hold a secret, and without a user. */
    static String withoutSecrets(String url) {
        return shortened(url.replaceAll("[?#].*", "").replaceAll("//[^/@]*@", "//"));
    }
}
