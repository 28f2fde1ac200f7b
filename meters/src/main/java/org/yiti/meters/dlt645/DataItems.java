package org.yiti.meters.dlt645;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The data identifiers we know by name: the table {@code items.tsv}. What stands in no line of it stays raw. */
public final class DataItems {

    private static final String BLOCK = "FF";
    private static final int MOST_TARIFFS = 0x3F;
    private static final int MOST_SETTLEMENT_DAYS = 12;
    private static final int PHASES = 3;
    private static final List<Line> LINES = load();

    private DataItems() {}

    public static Optional<DataItem> find(DataId id) {
        return LINES.stream().filter(line -> line.covers(id.hex())).findFirst().map(line -> line.item(id));
    }

    private static List<Line> load() {
        try (var table = DataItems.class.getResourceAsStream("items.tsv")) {
            if (table == null) {
                throw new IllegalStateException("The table of data identifiers is not there");
            }
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Line(cells[0], cells[1], cells[2], cells[3], cells[4]))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private record Line(String pattern, String format, String unit, String chinese, String english) {

        boolean covers(String hex) {
            if (hex.length() != pattern.length()) {
                return false;
            }
            for (var i = 0; i < hex.length(); i += 2) {
                var part = hex.substring(i, i + 2);
                if (!covers(pattern.substring(i, i + 2), part)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean covers(String pattern, String part) {
            return switch (pattern) {
                case "TT" -> upTo(MOST_TARIFFS, part);
                // A block over settlement days of a single tariff only; of both the standard knows none.
                case "DD" -> upTo(MOST_SETTLEMENT_DAYS, part);
                case "PP" -> upTo(PHASES, part);
                default -> pattern.equals(part);
            };
        }

        private static boolean upTo(int most, String part) {
            return part.equals(BLOCK) || Integer.parseInt(part, 16) <= most;
        }

        DataItem item(DataId id) {
            return new DataItem(
                    id, format, unit, worded(chinese, id, Locale.CHINESE), worded(english, id, Locale.ENGLISH));
        }

        private String worded(String name, DataId id, Locale locale) {
            var zh = locale.equals(Locale.CHINESE);
            return name.replace("{T}", tariff(part(id, "TT"), zh))
                    .replace("{D}", day(part(id, "DD"), zh))
                    .replace("{P}", phase(part(id, "PP"), zh));
        }

        private String part(DataId id, String wildcard) {
            var at = pattern.indexOf(wildcard);
            return at < 0 ? "00" : id.hex().substring(at, at + 2);
        }

        private static String tariff(String part, boolean zh) {
            return switch (part) {
                case "00" -> zh ? "总" : "";
                case BLOCK -> zh ? "各费率" : ", all tariffs";
                default -> (zh ? "费率" : ", tariff ") + Integer.parseInt(part, 16);
            };
        }

        private static String day(String part, boolean zh) {
            return switch (part) {
                case "00" -> zh ? "(当前)" : "";
                case BLOCK -> zh ? "(各结算日)" : ", all settlement days";
                default -> {
                    var day = Integer.parseInt(part, 16);
                    yield zh ? "(上" + day + "结算日)" : ", settlement day " + day + " ago";
                }
            };
        }

        private static String phase(String part, boolean zh) {
            return switch (part) {
                case "00" -> zh ? "总" : "";
                case BLOCK -> zh ? "各相" : ", all phases";
                default -> {
                    var phase = "ABC".charAt(Integer.parseInt(part, 16) - 1);
                    yield zh ? phase + "相" : " of phase " + phase;
                }
            };
        }
    }

    /** Every line of the table, for people and tests: identifiers with TT, DD and PP as they stand there. */
    static Stream<String> identifiers() {
        return LINES.stream().map(Line::pattern);
    }

    static Stream<String> formats() {
        return LINES.stream().map(Line::format);
    }
}
