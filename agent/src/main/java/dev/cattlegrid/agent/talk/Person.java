package dev.cattlegrid.agent.talk;

import dev.cattlegrid.session.Granted;
import java.util.List;
import java.util.Optional;

/// Who can be asked while a turn is under way.
interface Person {
    /// What they say to a call; nothing where they break off.
    Optional<Act.Answer> ask(Made made, Happening.Refusal refusal, List<Granted> always);

    /// What they answer to a question of the agent; nothing where they break off or nobody is there.
    Optional<String> wonder(String question, List<String> choices);
}
