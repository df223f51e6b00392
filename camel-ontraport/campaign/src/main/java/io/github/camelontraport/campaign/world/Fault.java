package io.github.camelontraport.campaign.world;

/** Something that goes wrong in a world for a while. */
@FunctionalInterface
public interface Fault {

    void on(World world) throws Exception;

    /** All switches of the world are reset as well; this is for what they do not cover. */
    default void off(World world) throws Exception {}
}
