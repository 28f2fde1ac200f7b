package org.yiti.meters.json;

import java.io.StringWriter;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes a batch as a gateway would: for simulators, tests and the guide's examples. */
final class BatchWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private BatchWriter() {}

    static String write(ReadingBatch batch) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeNumberProperty("version", ReadingBatch.VERSION);
            json.writeStringProperty("batch", batch.id());
            if (batch.gateway() != null) {
                json.writeStringProperty("gateway", batch.gateway());
            }
            if (batch.sent() != null) {
                json.writeStringProperty("sent", batch.sent().toString());
            }
            json.writeArrayPropertyStart("readings");
            batch.readings().forEach(reading -> write(json, reading));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, MeterReading reading) {
        json.writeStartObject();
        json.writeStringProperty("meter", reading.meter());
        json.writeStringProperty("item", reading.item());
        var from = reading.from();
        if (from != null) {
            json.writeStringProperty("from", from.toString());
        }
        json.writeStringProperty("time", reading.time().toString());
        json.writeName(from == null ? "register" : "interval");
        json.writeNumber(reading.value().toPlainString());
        json.writeStringProperty("unit", reading.unit());
        json.writeStringProperty("quality", reading.quality().name().toLowerCase(Locale.ROOT));
        if (reading.sequence() != null) {
            json.writeNumberProperty("sequence", reading.sequence());
        }
        json.writeEndObject();
    }
}
