package dev.cattlegrid.door;

import dev.cattlegrid.audit.Audit;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.host.Asked;
import dev.cattlegrid.host.ClaudeCode;
import dev.cattlegrid.host.Heard;
import dev.cattlegrid.host.Locks;
import dev.cattlegrid.host.Returned;
import dev.cattlegrid.host.Told;
import dev.cattlegrid.host.Tools;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.permission.Permissions;
import dev.cattlegrid.session.Granted;
import dev.cattlegrid.session.Leaves;
import dev.cattlegrid.session.Sessions;
import dev.cattlegrid.session.Ticket;
import dev.cattlegrid.session.Tickets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The gate of an agent that runs in this process: the same settings, sessions, record, tickets and grants as behind a hook.
///
/// What a person says at the agent's prompt is the host's own prompt to the gate: a yes lets exactly that call pass, with all
/// that was found out about it, and is kept in memory alone.
public final class Inside {
    /// As the record and `tickets` name this host.
    public static final String HOST = "cattlegrid";

    /// Whose settings count beside our own: those that a person who comes from there has written already.
    private static final ClaudeCode SETTINGS = new ClaudeCode();

    private static final Duration ALWAYS = Duration.ofHours(8);

    private final Function<Leaves, Answering> gate;
    private final Path home;
    private final Audit audit;
    private final Tickets tickets;
    private final Leaves leaves;

    /// @param gate as it is under the settings of the moment
    Inside(
            Function<Leaves, Answering> gate,
            Path home,
            Audit audit,
            Tickets tickets,
            Leaves leaves) {
        this.gate = gate;
        this.home = home;
        this.audit = audit;
        this.tickets = tickets;
        this.leaves = leaves;
    }

    /// A tool call, as the agent's model makes it.
    public record Call(String tool, Fields input, String id) {}

    /// What the gate answers.
    public sealed interface Answer {
        /// It may run.
        ///
        /// @param entry its number in the record
        record Let(Pass pass, Decision decision, Optional<String> entry) implements Answer {}

        /// A person is to be asked.
        record Question(Held held) implements Answer {}

        /// It does not run.
        record Refused(Held held) implements Answer {}
    }

    /// A call that did not pass, and all by which a person can still let it.
    ///
    /// @param told what goes back to the agent
    /// @param key what a yes is about; nothing where none can count
    /// @param ticket by which it can be let pass from elsewhere
    /// @param entry its number in the record
    public record Held(
            Call call,
            Origin origin,
            Decision decision,
            String told,
            Optional<String> key,
            Optional<String> ticket,
            Optional<String> entry) {}

    /// Asks about a call.
    ///
    /// @param asks whether a person is there
    public Answer ask(Call call, Origin from, boolean asks) {
        Answering answering = gate.apply(leaves);
        Origin origin = counted(from, answering);
        Asked asked = Tools.read(call.tool(), call.input(), origin);
        var heard =
                new Heard.Call(
                        asked,
                        origin,
                        call.tool(),
                        Optional.of(call.id()),
                        Heard.Moment.BEFORE,
                        asks);
        Recording.Answer answer = answering.judged(heard, permissions(origin));
        Decision decision = answer.decision();
        return switch (decision.verdict()) {
            case ALLOW ->
                    new Answer.Let(
                            new Pass(call.tool(), call.id(), origin.directory(), call.input()),
                            decision,
                            answer.id());
            case ASK -> new Answer.Question(held(call, origin, answer));
            case DENY -> new Answer.Refused(held(call, origin, answer));
        };
    }

    private static Held held(Call call, Origin origin, Recording.Answer answer) {
        Decision decision = answer.decision();
        String told = Told.of(decision, answer.ticket(), answer.id());
        return new Held(call, origin, decision, told, answer.key(), answer.ticket(), answer.id());
    }

    /// The person said yes: when the same is asked again, and nothing has changed since they were shown it, it passes once.
    ///
    /// @throws IOException in one sentence, where it cannot be written down
    public void yes(Held held) throws IOException {
        if (held.key().isPresent()) {
            audit.person("approve", held.ticket().orElse("at the prompt"), words(held));
            leaves.once(session(held), held.key().get());
        }
    }

    /// What a grant of the same effect would cover, for as long as this session lives; empty where no grant can.
    public List<Granted> always(Held held) throws IOException {
        Optional<Ticket> ticket =
                held.ticket().isPresent() ? tickets.named(held.ticket().get()) : Optional.empty();
        Instant now = Instant.now();
        return ticket.stream()
                .flatMap(there ->
                        there.always().stream()
                                .map(one ->
                                        new Granted(
                                                "",
                                                one.rule(),
                                                one.kind(),
                                                one.target(),
                                                there.call(),
                                                new Granted.Scope.Session(session(held)),
                                                now,
                                                now.plus(ALWAYS),
                                                0,
                                                0,
                                                "")))
                .toList();
    }

    /// The person said yes to the call and to what it does from now on.
    ///
    /// @param grants as they were shown
    public void yes(Held held, List<Granted> grants) throws IOException {
        for (Granted grant : grants) {
            audit.person("grant", held.ticket().orElse("at the prompt"), grant.words());
            leaves.always(id -> grant.named(id));
        }
        yes(held);
    }

    /// The person said no: it is refused from now on, whichever call brings it.
    public void no(Held held, Optional<String> word) throws IOException {
        audit.person("deny", held.ticket().orElse("at the prompt"), words(held));
        if (held.ticket().isPresent()) {
            tickets.deny(held.ticket().get(), word);
        }
        Answering answering = gate.apply(leaves);
        var heard =
                new Heard.Call(
                        Tools.read(held.call().tool(), held.call().input(), held.origin()),
                        held.origin(),
                        held.call().tool(),
                        Optional.of(held.call().id()));
        answering.recording().sitting().declined(heard, held.decision());
    }

    /// The person wrote something: what they forbid takes hold before the agent reads it.
    public void said(String text, Origin origin) throws IOException {
        gate.apply(leaves).said(new Heard.Words(text, origin.at(HOST)), Optional.empty());
    }

    /// A call came to its end.
    ///
    /// @param text that the tool gave back
    /// @param agents that came to their end with it
    /// @return what the agent is told beside the result; empty where that is nothing
    public String ended(Pass pass, String text, boolean failed, List<String> agents, Origin origin)
            throws IOException {
        var end = new Heard.End(Optional.of(pass.id()), failed, agents, origin.at(HOST));
        Returned returned = Returned.of(pass.tool(), pass.input(), text, pass.directory());
        return gate.apply(leaves).ended(end, returned);
    }

    /// A mode that the organisation or the person took away is not had by asking for it.
    private Origin counted(Origin from, Answering answering) {
        Locks locks = SETTINGS.locks(home, from.directory());
        return from.at(HOST)
                .contained(from.contained() || answering.surroundings().contained())
                .mode(answering.left(from.mode(), locks));
    }

    /// The mode that counts where a person asks for one.
    public Origin.Mode left(Origin.Mode mode, String directory) {
        return gate.apply(leaves).left(mode, SETTINGS.locks(home, directory));
    }

    private Permissions permissions(Origin origin) {
        Permissions all = SETTINGS.permissions(home, origin.directory());
        return origin.mode() == Origin.Mode.AUTO ? all.inAuto() : all;
    }

    private static Sessions.Name session(Held held) {
        return Sitting.name(held.origin());
    }

    private static String words(Held held) {
        return held.call().tool() + ": " + held.decision().reason();
    }
}
