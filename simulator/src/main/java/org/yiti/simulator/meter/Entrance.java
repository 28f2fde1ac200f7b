package org.yiti.simulator.meter;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** The house by HTTP, for somebody it lets in. */
public interface Entrance {

    /** To which path, with whatever lets one in. */
    HttpRequest.Builder request(String path);

    CompletableFuture<HttpResponse<String>> ask(HttpRequest request);

    /** It no longer knows who asks. Whether it is worth asking once more. */
    boolean enterAgain();
}
