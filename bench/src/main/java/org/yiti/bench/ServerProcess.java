package org.yiti.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, which can be killed, with a gateway for terminals. */
final class ServerProcess implements AutoCloseable {

    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final Process process;
    private final int gatewayPort;

    private ServerProcess(Process process, int gatewayPort) {
        this.process = process;
        this.gatewayPort = gatewayPort;
    }

    /**
     * Returns when terminals can call.
     *
     * @param log where its words go, behind what stands there
     * @param options of its JVM
     */
    static ServerProcess start(Path log, int gatewayPort, List<String> options, String... settings)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.yiti.Yiti"));
        command.addAll(List.of(
                "--yiti.demonstration=false",
                "--server.port=0",
                "--yiti.telemetry.gateway.port=" + gatewayPort,
                "--yiti.telemetry.gateway.connections=25000",
                "--yiti.telemetry.gateway.connections-per-address=25000",
                "--yiti.telemetry.gateway.messages-per-second=100000"));
        command.addAll(Arrays.asList(settings));
        Files.createDirectories(log.toAbsolutePath().getParent());
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        var server = new ServerProcess(process, gatewayPort);
        server.await(log);
        return server;
    }

    private void await(Path log) throws IOException, InterruptedException {
        var until = System.nanoTime() + PATIENCE_NANOS;
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > until) {
                process.destroyForcibly();
                throw new IllegalStateException("The server does not start; its words are in " + log);
            }
            Thread.sleep(100);
        }
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(gateway(), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    InetSocketAddress gateway() {
        return new InetSocketAddress("127.0.0.1", gatewayPort);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As the kernel does to whom memory runs out. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Bytes of memory that is really there. */
    long resident() throws IOException {
        return status("VmRSS") * 1024;
    }

    private long status(String name) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(pid()), "status")).stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    /** Seconds of CPU it has taken. */
    double cpuSeconds() {
        return ProcessHandle.of(pid())
                .flatMap(handle -> handle.info().totalCpuDuration())
                .map(duration -> duration.toMillis() / 1e3)
                .orElse(0.0);
    }

    /** What a jcmd of it prints. */
    String ask(String... question) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add(String.valueOf(pid()));
        command.addAll(Arrays.asList(question));
        var asked = new ProcessBuilder(command).redirectErrorStream(true).start();
        var answer = new String(asked.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        asked.waitFor();
        return answer;
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
