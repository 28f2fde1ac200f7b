package org.yiti.energy.mqtt;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.yiti.Soon;

/** MQTT 5, to Mosquitto: Debian's package, which {@code make test} installs where it may. */
class Mqtt5JourneyTest extends MqttJourney {

    @TempDir
    Path folder;

    Mqtt5JourneyTest() {
        super(5);
    }

    @Override
    AutoCloseable broker(int port) throws Exception {
        var program = Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(":")),
                        Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(place -> Path.of(place, "mosquitto"))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(program.isPresent(), "There is no mosquitto here (apt-get install mosquitto)");
        var settings = Files.writeString(
                folder.resolve("mosquitto.conf"),
                "listener %d 127.0.0.1%nallow_anonymous true%npersistence false%n".formatted(port));
        var broker = new ProcessBuilder(program.get().toString(), "-c", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mosquitto.log").toFile())
                .start();
        Soon.soon("the broker listens", () -> listens(port), listens -> listens);
        return () -> {
            broker.destroy();
            broker.waitFor(10, TimeUnit.SECONDS);
        };
    }

    private static boolean listens(int port) {
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
