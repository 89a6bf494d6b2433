package dev.cattlegrid.agent.talk;

import dev.cattlegrid.agent.tool.Done;
import dev.cattlegrid.agent.voice.Usage;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.door.Inside;
import dev.cattlegrid.session.Granted;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What happens in a session, in the order in which it does. Every way to look at a session is shown this and nothing else.
public sealed interface Happening {
    /// The session begins, or goes on.
    ///
    /// @param resumed whether something was said in it before
    /// @param sandbox what confines the commands of this session, in a few words; nothing where nothing does
    record Began(
            String session,
            String directory,
            String model,
            Origin.Mode mode,
            boolean resumed,
            Optional<String> sandbox)
            implements Happening {}

    /// The person's words are being answered.
    record Heard(String prompt) implements Happening {}

    /// A piece of what the model says; `agent` where it is one that another started.
    record Words(String piece, Optional<String> agent) implements Happening {}

    /// The model has ended a message.
    record Paused(Optional<String> agent) implements Happening {}

    /// The model wants to make a call; the gate is asked next.
    record Proposed(Made made) implements Happening {}

    /// The gate let it pass, and it runs now.
    ///
    /// @param by which layer decided: `fast-path`, `leave`, `judge`, `person`, `mode`; `sandbox` where that keeps it from doing harm
    /// @param took how long the gate looked
    record Allowed(Made made, String by, Duration took, Optional<String> entry)
            implements Happening {}

    /// The gate refused it; the model is told why.
    record Refused(Made made, Refusal refusal) implements Happening {}

    /// The person is asked; an [Act.Answer] with this number is waited for.
    record Asked(int number, Made made, Refusal refusal, List<Granted> always)
            implements Happening {
        public Asked {
            always = List.copyOf(always);
        }
    }

    /// The person's answer counts from now on.
    record Answered(int number, Act.Answer.Kind kind) implements Happening {}

    /// The agent itself asks the person something; an [Act.Reply] with this number is waited for.
    ///
    /// @param choices may be empty
    record Wondered(int number, String question, List<String> choices) implements Happening {
        public Wondered {
            choices = List.copyOf(choices);
        }
    }

    /// A call came to its end.
    record Ran(Made made, Done done, Duration took) implements Happening {}

    /// What an answer of the model cost, and the session so far.
    ///
    /// @param full how much of what the model can take is used, from 0 to 1
    record Used(Usage answer, Usage all, double full) implements Happening {}

    record ModeChanged(Origin.Mode mode) implements Happening {}

    record ModelChanged(String model) implements Happening {}

    /// What was said so far was summed up, so that there is room again.
    ///
    /// @param before messages that were there
    record Compacted(int before, int after) implements Happening {}

    /// The model gave no answer and is asked again.
    record Retrying(String why, int attempt, Duration pause) implements Happening {}

    /// Something that a person should know.
    record Noticed(String what) implements Happening {}

    /// What was asked for is done, or given up.
    record Over(Ending ending) implements Happening {}

    /// The session is closed; nothing comes after it.
    record Closed() implements Happening {}

    /// How a turn ended.
    sealed interface Ending {
        /// @param text the model's last words
        record Answered(String text) implements Ending {}

        record Interrupted() implements Ending {}

        /// The model made as many turns as it may.
        record OutOfTurns(int most) implements Ending {}

        /// A person has to look before the agent goes on, and nobody is there.
        record Refused(String why) implements Ending {}

        /// There is no answer of the model.
        record Unavailable(String why) implements Ending {}

        /// Something of ours went wrong.
        record Failed(String why) implements Ending {}
    }

    /// Why a call did not pass, all of it fit to be shown.
    ///
    /// @param rule empty where no rule decided
    /// @param code why the verdict is no plain ruling; else empty
    /// @param effects what it would do, a line each
    /// @param facts what was checked
    /// @param clears what would clear it; else empty
    /// @param alternative what is allowed instead; else empty
    /// @param clearable whether a person can let it pass
    /// @param entry its number in the record: `cattlegrid why ID`
    /// @param held by which it is let pass
    record Refusal(
            String reason,
            String rule,
            String code,
            List<String> effects,
            List<String> facts,
            String clears,
            String alternative,
            boolean clearable,
            String ticket,
            String entry,
            Inside.Held held) {
        public Refusal {
            effects = List.copyOf(effects);
            facts = List.copyOf(facts);
        }
    }
}
