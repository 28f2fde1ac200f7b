package org.yiti.jt808.vendor;

import java.util.List;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Width;

/** Additional information of locks and seals: see {@link TrackerExtras}. */
final class TrackerLocks {

    private TrackerLocks() {}

    record LockEvent(int event, Bytes content) {

        static LockEvent pass(Pass<LockEvent> p) {
            return new LockEvent(
                    p.word("事件", "event", LockEvent::event), p.rest("事件内容", "eventContent", LockEvent::content));
        }
    }

    record Lock(String id, int battery, int seal, int state, int signal) {

        private static final int BYTES = 11;

        static boolean fits(long length) {
            return length > 0 && length % BYTES == 0;
        }

        static List<Lock> all(Pass<List<Lock>> p) {
            return p.list("子锁", "locks", it -> it, Lock::pass);
        }

        private static Lock pass(Pass<Lock> p) {
            return new Lock(
                    p.digits(6, "子锁ID", "lockId", Lock::id),
                    p.word("电池电压", "battery", Meaning.scaled("V", 1000), Lock::battery),
                    p.octet("施封(0x31为已施封)", "seal", Lock::seal),
                    p.octet("物理状态", "state", Lock::state),
                    p.octet("信号强度", "signal", Lock::signal));
        }
    }

    record SmallLock(String id, String card, int battery, int status) {

        private static final int BYTES = 13;
        private static final Meaning STATUS = Meaning.bits("5 已开锁 unlocked");

        static boolean fits(long length) {
            return length > 0 && length % BYTES == 1;
        }

        static List<SmallLock> all(Pass<List<SmallLock>> p) {
            return p.list(Width.OCTET, "子锁", "locks", it -> it, SmallLock::pass);
        }

        private static SmallLock pass(Pass<SmallLock> p) {
            return new SmallLock(
                    p.digits(5, "子锁ID", "lockId", SmallLock::id),
                    p.digits(5, "开锁卡号", "card", SmallLock::card),
                    p.octet("电池电量", "battery", Meaning.PERCENT, SmallLock::battery),
                    p.word("状态", "status", STATUS, SmallLock::status));
        }
    }

    record Cable(int cuts, int status) {

        private static final Meaning STATUS = Meaning.bits("""
                0 锁绳接通 string closed
                2 运动 moving
                3 外壳打开 cover open
                """);

        static Cable pass(Pass<Cable> p) {
            return new Cable(p.word("剪断次数", "cuts", Cable::cuts), p.octet("状态", "status", STATUS, Cable::status));
        }
    }
}
