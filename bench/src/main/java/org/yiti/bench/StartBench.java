package org.yiti.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** From typing {@code make run} to the console's page and the sign-in accounts, on a data folder that was there before. */
final class StartBench implements Bench.Measurement {

    private static final int TIMES = 3;
    private static final double GOAL = 6;

    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public void run(Report report) throws Exception {
        var folder = House.WORLDS.resolve("start").toAbsolutePath();
        if (!Files.isDirectory(folder)) {
            report.figure("first", once(folder), "s");
        }
        // The first start of an edition on a folder that was there archives its classes: not what is measured.
        once(folder);
        var seconds = new double[TIMES];
        for (var i : IntStream.range(0, TIMES).toArray()) {
            seconds[i] = once(folder);
            report.figure("second." + (i + 1), seconds[i], "s");
        }
        var median = Report.percentile(seconds, 0.5);
        report.goal("second", median, "s", "≤ 6 s", median <= GOAL);
    }

    private double once(Path folder) throws Exception {
        var port = freePort();
        var command = new ProcessBuilder("make", "run");
        command.environment().put("YITI_PORT", String.valueOf(port));
        command.environment().put("YITI_DATA", folder.toString());
        command.redirectErrorStream(true)
                .redirectOutput(House.WORLDS.resolve("start.log").toFile());
        var begun = System.nanoTime();
        var make = command.start();
        try {
            while (!answers(port, "/") || !answers(port, "/api/identity/demo-accounts")) {
                if (!make.isAlive()) {
                    throw new IllegalStateException(
                            "make run ended: " + Files.readString(House.WORLDS.resolve("start.log")));
                }
                Thread.sleep(10);
            }
            return (System.nanoTime() - begun) / 1e9;
        } finally {
            // The server takes PostgreSQL with it.
            make.descendants()
                    .filter(child -> child.info().command().orElse("").endsWith("java"))
                    .forEach(ProcessHandle::destroy);
            make.waitFor(60, TimeUnit.SECONDS);
        }
    }

    private boolean answers(int port, String path) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            return http.send(request, BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
