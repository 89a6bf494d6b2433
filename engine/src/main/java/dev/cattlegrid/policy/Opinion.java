package dev.cattlegrid.policy;

import java.util.Set;

/// What a judge says of an open question.
public sealed interface Opinion {
    /// Code of a judge that did not answer in time, or at all.
    String UNAVAILABLE = "unavailable";

    /// Code of a judge that would not answer.
    String REFUSED = "refused";

    /// Code of an answer that cannot be read, or that rests on words that nobody said.
    String UNPARSABLE = "unparsable";

    /// Code where there is no judge.
    String NO_JUDGE = "no-judge";

    /// The codes of a judge that is there and gave no opinion. None of them says anything of the call.
    Set<String> FAILURES = Set.of(UNAVAILABLE, REFUSED, UNPARSABLE);

    Consulted consulted();

    /// @param reason one sentence
    record Given(Verdict verdict, String reason, Consulted consulted) implements Opinion {
        public Given(Verdict verdict, String reason) {
            this(verdict, reason, Consulted.NOBODY);
        }
    }

    /// No judge is there, or it gave no answer that counts; never an allow.
    ///
    /// @param code [#NO_JUDGE] or one of [#FAILURES]
    /// @param why one lower-case sentence without a full stop
    record Absent(String code, String why, Consulted consulted) implements Opinion {
        public Absent(String code, String why) {
            this(code, why, Consulted.NOBODY);
        }
    }
}
