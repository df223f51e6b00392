package io.github.camelontraport.campaign.network;

import io.github.camelontraport.api.http.TransportRequest;
import io.github.camelontraport.api.http.TransportResponse;
import java.util.Random;
import java.util.concurrent.CompletionStage;

/** Spoils a request. */
@FunctionalInterface
public interface RequestFault {

    /** What the program gets instead; {@code null} lets the request pass. */
    CompletionStage<TransportResponse> spoil(TransportRequest request, Ways ways, Random random);
}
