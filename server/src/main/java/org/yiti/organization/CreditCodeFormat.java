package org.yiti.organization;

import org.yiti.kernel.Label;
import org.yiti.kernel.identifier.SocialCreditCode;
import org.yiti.kernel.ledger.Format;

/** A credit code whose check digit is wrong is doubted, not refused: real codes with wrong digits are in use. */
class CreditCodeFormat implements Format {

    @Override
    public Opinion examine(String text) {
        var code = SocialCreditCode.of(text);
        return switch (code.verdict()) {
            case VALID -> new Opinion(code.value(), null, null);
            case SUSPICIOUS ->
                new Opinion(
                        code.value(),
                        new Label(
                                "校验位不符，按前 17 位应为 " + code.expected(),
                                "the check character should be " + code.expected() + " by the first 17"),
                        null);
            case MALFORMED ->
                new Opinion(code.value(), new Label("不是 18 位统一社会信用代码", "not a credit code of 18 characters"), null);
        };
    }
}
