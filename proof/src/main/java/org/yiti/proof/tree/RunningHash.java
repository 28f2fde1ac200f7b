package org.yiti.proof.tree;

import java.util.List;

/** The hash of what comes piece by piece: nothing of it is kept. */
public final class RunningHash {

    private final List<HashFunction> functions;
    private final int length;

    RunningHash(List<HashFunction> functions, int length) {
        this.functions = functions;
        this.length = length;
    }

    public void update(byte[] bytes, int from, int count) {
        functions.forEach(function -> function.update(bytes, from, count));
    }

    /** Of all that came; and begins anew. */
    public Hash done() {
        var hash = new byte[length];
        var at = 0;
        for (var function : functions) {
            function.finish(hash, at);
            at += HashFunction.LENGTH;
        }
        return new Hash(hash);
    }
}
