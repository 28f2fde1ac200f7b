package org.yiti.demonstration;

/** Unified social credit codes (GB 32100) with right check digits, in divisions that do not exist. */
final class CreditCode {
    private static final String LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] ORGANIZATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private CreditCode() {}

    static String of(String kind, String division, Chance chance) {
        StringBuilder organization = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            organization.append((char) ('0' + chance.whole(0, 9)));
        }
        String body = registrar(kind) + division.substring(0, 6) + organization + organizationCheck(organization);
        return body + check(body);
    }

    /** First two digits: who registers (1 establishment authority), what it is (1 organ, 2 public institution, 3 mass organization). */
    private static String registrar(String kind) {
        return switch (kind) {
            case "MASS_ORGANIZATION" -> "13";
            case "CIVIL_SERVICE_INSTITUTION",
                    "PUBLIC_INSTITUTION_I",
                    "PUBLIC_INSTITUTION_II",
                    "COMMERCIAL_INSTITUTION" -> "12";
            case "STATE_ENTERPRISE" -> "91";
            case "ASSOCIATION" -> "51";
            default -> "11";
        };
    }

    private static char organizationCheck(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += (digits.charAt(i) - '0') * ORGANIZATION_WEIGHTS[i];
        }
        int rest = 11 - sum % 11;
        return rest == 11 ? '0' : rest == 10 ? 'X' : (char) ('0' + rest);
    }

    static char check(String body) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += LETTERS.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return LETTERS.charAt((31 - sum % 31) % 31);
    }
}
