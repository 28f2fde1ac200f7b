package org.yiti.telemetry.command;

/** What may be told to a terminal. Switching it to another server, cutting fuel and listening in are not among it. */
public enum CommandKind {
    TEXT(0x8300),
    LOCATE(0x8201, 0x0201),
    TRACK(0x8202),
    QUERY_PARAMETERS(0x8104, 0x0104),
    QUERY_SOME_PARAMETERS(0x8106, 0x0104),
    SET_PARAMETERS(0x8103),
    QUERY_ATTRIBUTES(0x8107, 0x0107),
    TAKE_PICTURES(0x8801, 0x0805),
    SET_CIRCLES(0x8600),
    DELETE_CIRCLES(0x8601),
    SET_RECTANGLES(0x8602),
    DELETE_RECTANGLES(0x8603),
    SET_POLYGON(0x8604),
    DELETE_POLYGONS(0x8605),
    SET_ROUTE(0x8606),
    DELETE_ROUTES(0x8607);

    private final int id;
    private final int answeredBy;

    CommandKind(int id) {
        this(id, 0);
    }

    CommandKind(int id, int answeredBy) {
        this.id = id;
        this.answeredBy = answeredBy;
    }

    /** Of the message of JT/T 808. */
    public int id() {
        return id;
    }

    /** Of the message that answers it; 0 where the general reply does. */
    public int answeredBy() {
        return answeredBy;
    }

    /** Whether the answer begins with the serial of what it answers: that of 0x8107 does not. */
    public boolean isAnsweredBySerial() {
        return answeredBy != 0x0107;
    }
}
