package io.github.camelontraport.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 hashes, which every JDK can make. */
public final class Sha256 {

    private Sha256() {}

    /** A digest to be fed in pieces; for one thread. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** The first bytes of the hash of the UTF-8 text, in hexadecimal digits. */
    public static String hex(String text, int bytes) {
        return hex(digest().digest(text.getBytes(StandardCharsets.UTF_8)), bytes);
    }

    /** The first bytes of a hash, in hexadecimal digits. */
    public static String hex(byte[] hash, int bytes) {
        return HexFormat.of().formatHex(hash, 0, bytes);
    }
}
