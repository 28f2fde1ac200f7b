package org.yiti.telemetry.gateway;

import org.yiti.telemetry.track.Batch;

/** Hands what a line said to the store. Where that has no room the line waits, and nothing more is read from it. */
final class Keeping {

    private static final long PAUSE_MILLIS = 50;

    private final Line line;
    private final Lobby lobby;
    private final Parcels parcels;
    private int heldUp;

    Keeping(Line line, Lobby lobby, Parcels parcels) {
        this.line = line;
        this.lobby = lobby;
        this.parcels = parcels;
    }

    /** @param stored told once it is durable */
    void keep(Batch batch, Runnable stored) {
        if (!lobby.store(batch, stored)) {
            heldUp++;
            line.await();
            line.later(() -> retry(batch, stored), PAUSE_MILLIS);
        }
    }

    private void retry(Batch batch, Runnable stored) {
        if (lobby.store(batch, stored)) {
            heldUp--;
            parcels.passedOn();
            line.resume();
        } else {
            line.later(() -> retry(batch, stored), PAUSE_MILLIS);
        }
    }

    boolean isHeldUp() {
        return heldUp > 0;
    }
}
