package io.github.camelontraport.state;

/** A repository that keeps others out while it is started, so it is stopped when no consumer uses it. It loses nothing. */
public interface ExclusiveRepository {}
