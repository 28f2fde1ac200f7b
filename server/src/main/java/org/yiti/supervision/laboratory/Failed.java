package org.yiti.supervision.laboratory;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.yiti.kernel.Refused;
import org.yiti.supervision.SupervisionRefusal;

/** Why a question was not answered, without what the database says: that may quote what it was looking at. */
public final class Failed {

    private static final String CANCELLED = "57014";

    private Failed() {}

    public static Refused of(SQLException e, Duration longest) {
        return CANCELLED.equals(e.getSQLState())
                ? new Refused(SupervisionRefusal.QUESTION_TOOK_TOO_LONG, Map.of("seconds", longest.toSeconds()))
                : new Refused(SupervisionRefusal.QUESTION_FAILED, Map.of("code", String.valueOf(e.getSQLState())));
    }
}
