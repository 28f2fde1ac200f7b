package org.yiti.jt808.position;

import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Pass;

/**
 * A person has seen to an alarm (clause 8.26).
 *
 * @param serial of the alarm, 0 for all of the types
 * @param types alarm bits; 0, 3, 20, 21, 22, 27 and 28 may be confirmed
 */
public record AlarmConfirmation(int serial, long types) {

    public static final Kind<AlarmConfirmation> KIND = Kind.of(
                    0x8203, "人工确认报警消息", "alarm confirmation", AlarmConfirmation::pass)
            .since(Version.V2013);

    static AlarmConfirmation pass(Pass<AlarmConfirmation> p) {
        return new AlarmConfirmation(
                p.word("报警消息流水号", "serial", AlarmConfirmation::serial),
                p.dword("人工确认报警类型", "types", Alarm.BITS, AlarmConfirmation::types));
    }
}
