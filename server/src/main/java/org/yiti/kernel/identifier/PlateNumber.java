package org.yiti.kernel.identifier;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number plate (GA 36) as somebody wrote it. The same number may exist on plates of two colours: the colour is part
 * of a vehicle's key, not of this.
 *
 * @param value upper case, half width, without dots, spaces and dashes
 * @param kind empty when it is no plate we know
 * @param suggestions what may have been meant, when it is no plate we know
 */
public record PlateNumber(String value, Optional<Kind> kind, List<String> suggestions) {

    private static final String PROVINCE = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]";
    private static final String ISSUER = PROVINCE + "[A-HJ-NP-Z]";
    private static final String SERIAL = "[A-HJ-NP-Z0-9]";

    /** What kind of plate; the first form that fits names it. */
    public enum Kind {
        ORDINARY(ISSUER + SERIAL + "{5}"),
        /** Eight characters, small vehicle: letter of the powertrain, letter or digit, four digits. */
        NEW_ENERGY_SMALL(ISSUER + "[A-HJK]" + SERIAL + "\\d{4}"),
        /** Eight characters, large vehicle: five digits, letter of the powertrain. */
        NEW_ENERGY_LARGE(ISSUER + "\\d{5}[A-HJK]"),
        /** Government organs of some places had issuing letter O before 2014; old ledgers still carry it. */
        FORMER_OFFICIAL(PROVINCE + "O" + SERIAL + "{5}"),
        POLICE(PROVINCE + "[A-Z]" + SERIAL + "{4}警"),
        TRAINING(ISSUER + SERIAL + "{4}学"),
        TRAILER(ISSUER + SERIAL + "{4}挂"),
        TRIAL(ISSUER + SERIAL + "{4}试"),
        OVERSIZE(ISSUER + SERIAL + "{4}超"),
        EMERGENCY_RESCUE(PROVINCE + "X" + SERIAL + "{4}应急"),
        HONG_KONG_MACAO("粤Z" + SERIAL + "{4}[港澳]"),
        EMBASSY("(使\\d{6}|\\d{6}使)"),
        CONSULATE("(" + PROVINCE + "[A-Z]?" + SERIAL + "{4}领|领\\d{6})"),
        ARMED_POLICE("WJ(" + PROVINCE + "|\\d{2})?" + SERIAL + "{4}[A-HJ-NP-Z0-9]"),
        MILITARY("[A-Z]{2}\\d{5}");

        private final Pattern form;

        Kind(String form) {
            this.form = Pattern.compile(form);
        }
    }

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Pd}·•.∙・‧●−]+");

    public static PlateNumber of(String text) {
        var value = BETWEEN.matcher(Normalizer.normalize(BETWEEN.matcher(text).replaceAll(""), Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        var kind = classify(value);
        return new PlateNumber(value, kind, kind.isPresent() ? List.of() : suggest(value));
    }

    /** Whether the plate itself says the vehicle runs on a battery alone; empty when it does not say. */
    public Optional<Boolean> batteryElectric() {
        return kind.flatMap(k -> switch (k) {
            case NEW_ENERGY_SMALL -> Optional.of("ABCDE".indexOf(value.charAt(2)) >= 0);
            case NEW_ENERGY_LARGE -> Optional.of("ABCDE".indexOf(value.charAt(7)) >= 0);
            default -> Optional.empty();
        });
    }

    private static Optional<Kind> classify(String value) {
        for (var kind : Kind.values()) {
            if (kind.form.matcher(value).matches()) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Serials have no letters O and I: people read them into 0 and 1, and 0 into the issuing letter. */
    private static List<String> suggest(String value) {
        if (value.length() < 3) {
            return List.of();
        }
        var head = value.substring(0, 2);
        var tail = value.substring(2);
        var digits = tail.replace('O', '0').replace('I', '1');
        var heads =
                new LinkedHashSet<>(List.of(head, head.replace('0', 'D').replace('8', 'B'), head.replace('1', 'L')));
        var found = new ArrayList<String>();
        for (var h : heads) {
            var candidate = h + digits;
            if (!candidate.equals(value) && classify(candidate).isPresent()) {
                found.add(candidate);
            }
        }
        return List.copyOf(found);
    }
}
