package org.yiti.meters.modbus;

/** Holding registers of one device, read when asked: a connection, or an array in a test. */
@FunctionalInterface
public interface Registers {

    /** What stands there; whoever answers for a device that says no gives its refusal. */
    Pdu read(int address, int count);
}
