package org.yiti.energy.mqtt;

import io.moquette.broker.Server;
import io.moquette.broker.config.MemoryConfig;
import java.io.IOException;
import java.util.Properties;

/** MQTT 3.1.1, to a broker within the test. */
class MqttJourneyTest extends MqttJourney {

    MqttJourneyTest() {
        super(3);
    }

    @Override
    AutoCloseable broker(int port) throws IOException {
        var properties = new Properties();
        properties.setProperty("port", String.valueOf(port));
        properties.setProperty("host", "127.0.0.1");
        properties.setProperty("allow_anonymous", "true");
        properties.setProperty("persistence_enabled", "false");
        properties.setProperty("telemetry_enabled", "false");
        properties.setProperty("websocket_port", "disabled");
        var server = new Server();
        server.startServer(new MemoryConfig(properties));
        return server::stopServer;
    }
}
