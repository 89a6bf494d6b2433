package dev.cattlegrid.sandbox;

import java.util.List;

/// A system call that is refused, always or where its arguments are of a kind.
///
/// @param when all of them have to hold; none: always
/// @param error the number that the program gets
record Refusal(SystemCall call, List<Word> when, int error) {
    static final int EPERM = 1;
    static final int ENOSYS = 38;
    static final int EAFNOSUPPORT = 97;

    Refusal {
        when = List.copyOf(when);
    }

    /// What is asked of an argument. Only its lower half is looked at: the kernel, too, reads no more of those that are
    /// looked at here.
    ///
    /// @param argument counted from nought
    /// @param mask the bits that matter
    /// @param among whether the masked bits have to be one of the values, or none of them
    record Word(int argument, int mask, List<Integer> values, boolean among) {
        Word {
            values = List.copyOf(values);
        }

        static Word is(int argument, int... values) {
            return new Word(argument, -1, boxed(values), true);
        }

        static Word isNot(int argument, int... values) {
            return new Word(argument, -1, boxed(values), false);
        }

        static Word hasAnyOf(int argument, int bits) {
            return new Word(argument, bits, List.of(0), false);
        }

        private static List<Integer> boxed(int... values) {
            return java.util.Arrays.stream(values).boxed().toList();
        }
    }

    static Refusal of(SystemCall call, int error, Word... when) {
        return new Refusal(call, List.of(when), error);
    }
}
