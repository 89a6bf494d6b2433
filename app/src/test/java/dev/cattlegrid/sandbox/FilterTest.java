package dev.cattlegrid.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cattlegrid.call.Network;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a filter answers, read as the kernel reads it, for processors that this machine does not have, too.
class FilterTest {
    private static final int UID = 1000;

    private static Filter filter(Processor processor, Network network) {
        var all = new ArrayList<>(Refusals.everywhere(network));
        all.addAll(Refusals.withoutNamespaces(UID, UID));
        all.addAll(Refusals.withoutTruncation());
        return Filter.of(processor, all);
    }

    /// `allow`, `kill`, or the number of the error.
    private static String answer(
            Filter filter, int architecture, int number, List<Long> arguments) {
        int accumulator = 0;
        int at = 0;
        while (true) {
            Filter.Instruction one = filter.instructions().get(at);
            at++;
            switch (one.code()) {
                case Filter.LOAD ->
                        accumulator = loaded(one.operand(), architecture, number, arguments);
                case Filter.AND -> accumulator &= one.operand();
                case Filter.JUMP -> at += one.operand();
                case Filter.JUMP_IF_EQUAL ->
                        at += accumulator == one.operand() ? one.ifTrue() : one.ifFalse();
                case Filter.JUMP_IF_BITS ->
                        at += (accumulator & one.operand()) != 0 ? one.ifTrue() : one.ifFalse();
                case Filter.RETURN -> {
                    return one.operand() == Filter.ALLOW
                            ? "allow"
                            : one.operand() == Filter.KILL_PROCESS
                                    ? "kill"
                                    : String.valueOf(one.operand() & 0xffff);
                }
                default -> throw new IllegalStateException("code " + one.code());
            }
        }
    }

    private static int loaded(int from, int architecture, int number, List<Long> arguments) {
        if (from == Filter.NUMBER_AT) {
            return number;
        }
        if (from == Filter.ARCHITECTURE_AT) {
            return architecture;
        }
        int which = (from - Filter.ARGUMENTS_AT) / 8;
        return which < arguments.size() ? (int) (long) arguments.get(which) : 0;
    }

    private static String answer(
            Processor processor, Network network, SystemCall call, long... arguments) {
        return answer(
                filter(processor, network),
                processor.audit(),
                call.on(processor).orElseThrow(),
                java.util.Arrays.stream(arguments).boxed().toList());
    }

    @ParameterizedTest
    @EnumSource(Processor.class)
    void anotherArchitectureIsEnded(Processor processor) {
        Filter filter = filter(processor, Network.NONE);
        assertEquals("kill", answer(filter, 0x40000003, 1, List.of()));
        if (processor == Processor.X86_64) {
            assertEquals("38", answer(filter, processor.audit(), 0x40000000 | 41, List.of()));
        }
    }

    @ParameterizedTest
    @EnumSource(Processor.class)
    void socketsGoByTheirFamily(Processor processor) {
        for (long family : List.of(1L, 2L, 10L, 16L, 17L, 40L)) {
            assertEquals("97", answer(processor, Network.NONE, SystemCall.SOCKET, family, 1));
        }
        assertEquals("allow", answer(processor, Network.ALL, SystemCall.SOCKET, 2, 1, 0));
        assertEquals("allow", answer(processor, Network.ALL, SystemCall.SOCKET, 16, 3, 0));
        assertEquals("97", answer(processor, Network.ALL, SystemCall.SOCKET, 16, 3, 9));
        assertEquals("97", answer(processor, Network.ALL, SystemCall.SOCKET, 1, 1, 0));
        assertEquals("allow", answer(processor, Network.NONE, SystemCall.SOCKETPAIR, 1, 02000001));
        assertEquals("97", answer(processor, Network.NONE, SystemCall.SOCKETPAIR, 1, 02000002));
        assertEquals("97", answer(processor, Network.NONE, SystemCall.SOCKETPAIR, 2, 1));
    }

    @ParameterizedTest
    @EnumSource(Processor.class)
    void argumentsDecide(Processor processor) {
        Network off = Network.NONE;
        assertEquals("allow", answer(processor, off, SystemCall.IOCTL, 0, 0x5401));
        assertEquals("1", answer(processor, off, SystemCall.IOCTL, 0, 0x5412));
        assertEquals("1", answer(processor, off, SystemCall.IOCTL, 0, 0x7_0000_5412L));
        assertEquals("1", answer(processor, off, SystemCall.IOCTL, 0, 0x40086602));
        assertEquals("allow", answer(processor, off, SystemCall.CLONE, 0x3d0f00));
        assertEquals("1", answer(processor, off, SystemCall.CLONE, 0x10000011));
        assertEquals("allow", answer(processor, off, SystemCall.OPENAT, 0, 0, 0102, 0644));
        assertEquals("1", answer(processor, off, SystemCall.OPENAT, 0, 0, 0102, 04755));
        assertEquals("allow", answer(processor, off, SystemCall.OPENAT, 0, 0, 0, 04755));
        assertEquals("1", answer(processor, off, SystemCall.OPENAT, 0, 0, 01000, 0));
        assertEquals("allow", answer(processor, off, SystemCall.OPENAT, 0, 0, 01001, 0));
        assertEquals("allow", answer(processor, off, SystemCall.FCHMODAT, 0, 0, 0755));
        assertEquals("1", answer(processor, off, SystemCall.FCHMODAT, 0, 0, 02755));
        assertEquals("allow", answer(processor, off, SystemCall.FCHOWN, 3, UID, -1));
        assertEquals("1", answer(processor, off, SystemCall.FCHOWN, 3, 0, -1));
        assertEquals("1", answer(processor, off, SystemCall.FCHOWN, 3, -1, 0));
        assertEquals("allow", answer(processor, off, SystemCall.PRLIMIT64, 0, 7));
        assertEquals("1", answer(processor, off, SystemCall.PRLIMIT64, 4321, 7));
        assertEquals("38", answer(processor, off, SystemCall.CLONE3));
        assertEquals("38", answer(processor, off, SystemCall.IO_URING_SETUP));
        assertEquals("1", answer(processor, off, SystemCall.PTRACE));
    }
}
