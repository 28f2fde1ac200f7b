package org.yiti.meters.json;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.yiti.meters.MeterRefused;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Where the reader stands; asks for what must come next and says where it did not. */
final class Cursor {

    /** More digits than any register has; and never an exponent that unfolds into gigabytes. */
    private static final int MOST_DIGITS = 18;

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(?:\\.\\d{1,9})?");

    private final JsonParser parser;

    Cursor(JsonParser parser) {
        this.parser = parser;
    }

    /** What to do with each field of an object. */
    interface Field {
        void read(Cursor cursor, String name);
    }

    int line() {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    int column() {
        return Math.max(1, parser.currentTokenLocation().getColumnNr());
    }

    Place place() {
        return new Place(line(), column());
    }

    MeterRefused unfit(String field, String what) {
        return place().unfit(field, what);
    }

    Place next(JsonToken token, String field) {
        parser.nextToken();
        require(token, field);
        return place();
    }

    void require(JsonToken token, String field) {
        if (parser.currentToken() != token) {
            throw unfit(field, String.valueOf(token.asString() == null ? token : token.asString()));
        }
    }

    void fields(Field reader) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            reader.read(this, name);
        }
        require(JsonToken.END_OBJECT, "}");
    }

    boolean nextInArray() {
        return parser.nextToken() != JsonToken.END_ARRAY;
    }

    void end() {
        if (parser.nextToken() != null) {
            throw unfit("batch", "}");
        }
    }

    /** Fields of a gateway's own begin with x-; any other that is not described is a mistake somebody must hear of. */
    void passOver(String name) {
        if (!name.startsWith("x-")) {
            throw unfit(name, "?");
        }
        parser.skipChildren();
    }

    String text(String field) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw unfit(field, "\"…\"");
        }
        var text = parser.getString();
        if (text.isBlank() || text.length() > 128 || text.chars().anyMatch(Character::isISOControl)) {
            throw unfit(field, "\"…\"");
        }
        return text;
    }

    long whole(String field) {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
                || parser.getString().length() > MOST_DIGITS) {
            throw unfit(field, "123");
        }
        return parser.getLongValue();
    }

    /** A JSON number, or one in quotes as some gateways write it; without exponent, so that its digits are its own. */
    BigDecimal decimal(String field) {
        var isNumber = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                || parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT
                || parser.currentToken() == JsonToken.VALUE_STRING;
        if (!isNumber || !NUMBER.matcher(parser.getString()).matches()) {
            throw unfit(field, "123.45");
        }
        return new BigDecimal(parser.getString());
    }

    Moment moment(String field) {
        var number = parser.currentToken() == JsonToken.VALUE_NUMBER_INT;
        if (!number && parser.currentToken() != JsonToken.VALUE_STRING) {
            throw unfit(field, "2026-11-28T08:00:00+08:00");
        }
        return new Moment(parser.getString(), number, field, place());
    }
}
