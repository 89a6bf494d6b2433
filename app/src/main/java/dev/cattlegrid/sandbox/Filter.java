package dev.cattlegrid.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A seccomp filter: refusals as a program for the kernel's packet filter.
///
/// A program of another architecture is ended, and the numbers of x32 are answered as not there: both would pass by the
/// numbers that are looked at.
///
/// @param instructions each as in `struct sock_filter`
/// @see <a href="https://man7.org/linux/man-pages/man2/seccomp.2.html">seccomp(2)</a>
record Filter(List<Instruction> instructions) {
    static final int ALLOW = 0x7fff0000;
    static final int ERROR = 0x00050000;
    static final int KILL_PROCESS = 0x80000000;

    static final int LOAD = 0x20;
    static final int AND = 0x54;
    static final int JUMP = 0x05;
    static final int JUMP_IF_EQUAL = 0x15;
    static final int JUMP_IF_BITS = 0x45;
    static final int RETURN = 0x06;

    /// Where `struct seccomp_data` keeps them.
    static final int NUMBER_AT = 0;
    static final int ARCHITECTURE_AT = 4;
    static final int ARGUMENTS_AT = 16;

    private static final int X32_BIT = 0x40000000;

    /// The longest jump on a condition.
    private static final int FAR = 255;

    Filter {
        instructions = List.copyOf(instructions);
    }

    record Instruction(int code, int ifTrue, int ifFalse, int operand) {
        private static Instruction load(int at) {
            return new Instruction(LOAD, 0, 0, at);
        }

        private static Instruction answer(int with) {
            return new Instruction(RETURN, 0, 0, with);
        }

        private static Instruction ifEqual(int value, int yes, int no) {
            if (yes > FAR || no > FAR) {
                throw new IllegalArgumentException("a jump of a filter is too long");
            }
            return new Instruction(JUMP_IF_EQUAL, yes, no, value);
        }
    }

    static Filter of(Processor processor, List<Refusal> refusals) {
        var program = new ArrayList<Instruction>();
        program.add(Instruction.load(ARCHITECTURE_AT));
        program.add(Instruction.ifEqual(processor.audit(), 1, 0));
        program.add(Instruction.answer(KILL_PROCESS));
        program.add(Instruction.load(NUMBER_AT));
        if (processor == Processor.X86_64) {
            program.add(new Instruction(JUMP_IF_BITS, 0, 1, X32_BIT));
            program.add(Instruction.answer(ERROR | Refusal.ENOSYS));
        }
        byNumber(processor, refusals)
                .forEach((number, those) -> {
                    List<Instruction> body = body(those);
                    program.add(Instruction.ifEqual(number, 0, body.size()));
                    program.addAll(body);
                });
        program.add(Instruction.answer(ALLOW));
        return new Filter(program);
    }

    /// As the kernel reads it.
    byte[] bytes() {
        var bytes = ByteBuffer.allocate(8 * instructions.size()).order(ByteOrder.nativeOrder());
        for (Instruction one : instructions) {
            bytes.putShort((short) one.code())
                    .put((byte) one.ifTrue())
                    .put((byte) one.ifFalse())
                    .putInt(one.operand());
        }
        return bytes.array();
    }

    private static Map<Integer, List<Refusal>> byNumber(
            Processor processor, List<Refusal> refusals) {
        var all = new TreeMap<Integer, List<Refusal>>();
        for (Refusal refusal : refusals) {
            refusal.call()
                    .on(processor)
                    .ifPresent(number ->
                            all.computeIfAbsent(number, _ -> new ArrayList<>()).add(refusal));
        }
        return all;
    }

    /// What is done once the number is known: the first refusal that holds answers, else the call is let through.
    private static List<Instruction> body(List<Refusal> refusals) {
        var body = new ArrayList<Instruction>();
        for (Refusal refusal : refusals) {
            body.addAll(test(refusal, 0));
            if (refusal.when().isEmpty()) {
                return body;
            }
        }
        body.add(Instruction.answer(ALLOW));
        return body;
    }

    /// From one condition of a refusal on; where it does not hold, what comes after the refusal is reached.
    private static List<Instruction> test(Refusal refusal, int from) {
        if (from == refusal.when().size()) {
            return List.of(Instruction.answer(ERROR | refusal.error()));
        }
        Refusal.Word word = refusal.when().get(from);
        List<Instruction> rest = test(refusal, from + 1);
        var test = new ArrayList<Instruction>();
        test.add(Instruction.load(lowerHalf(word.argument())));
        test.add(new Instruction(AND, 0, 0, word.mask()));
        int values = word.values().size();
        for (int i = 0; i < values; i++) {
            int beyond = values - 1 - i;
            int yes = word.among() ? beyond + 1 : beyond + rest.size();
            test.add(Instruction.ifEqual(word.values().get(i), yes, 0));
        }
        if (word.among()) {
            test.add(new Instruction(JUMP, 0, 0, rest.size()));
        }
        test.addAll(rest);
        return test;
    }

    /// Both processors keep the lower half of a long first.
    private static int lowerHalf(int argument) {
        return ARGUMENTS_AT + 8 * argument;
    }
}
