package dev.cattlegrid.agent.talk;

import dev.cattlegrid.agent.tool.Done;
import dev.cattlegrid.agent.tool.Tool;
import dev.cattlegrid.agent.tool.Workshop;
import dev.cattlegrid.agent.voice.Message;
import dev.cattlegrid.agent.voice.Stop;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.door.Inside;
import dev.cattlegrid.door.Pass;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.policy.Escalation;
import dev.cattlegrid.session.Granted;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A call of the model on its way: to the gate, to the person where that is needed, to the tool, and back.
///
/// @param agent that makes it, where it is one that another started
/// @param origin where a call is made now
/// @param asks whether a person can be asked
final class Calls {
    /// A person who says yes to something that changes under their hands is asked again, but not for ever.
    private static final int ROUNDS = 3;

    private final Inside gate;
    private final Map<String, Tool> tools;
    private final Workshop workshop;
    private final Optional<String> agent;
    private final Supplier<Origin> origin;
    private final Person person;
    private final boolean asks;
    private final Consumer<Happening> happenings;

    Calls(
            Inside gate,
            Map<String, Tool> tools,
            Workshop workshop,
            Optional<String> agent,
            Supplier<Origin> origin,
            Person person,
            boolean asks,
            Consumer<Happening> happenings) {
        this.gate = gate;
        this.tools = tools;
        this.workshop = workshop;
        this.agent = agent;
        this.origin = origin;
        this.person = person;
        this.asks = asks;
        this.happenings = happenings;
    }

    /// What a call came to.
    ///
    /// @param ends why the run ends here, where it does
    record Came(Message.Result result, Optional<String> ends) {}

    Came run(Message.Call call, Stop stop) {
        if (!call.broken().isEmpty()) {
            return failed(call, "the arguments could not be read: " + call.broken());
        }
        Tool tool = tools.get(call.tool());
        if (tool == null) {
            return failed(
                    call,
                    "there is no tool `%s`; there are: %s"
                            .formatted(call.tool(), String.join(", ", tools.keySet())));
        }
        Fields schema = new Fields(tool.offer().schema());
        var known = new Message.Call(call.id(), call.tool(), known(call.input(), schema), "");
        Optional<String> missing =
                schema.list("required").orElse(List.of()).stream()
                        .map(String::valueOf)
                        .filter(name -> !known.input().has(name))
                        .findFirst();
        return missing.map(name -> failed(call, "`" + name + "` is missing"))
                .orElseGet(() -> run(known, tool, stop));
    }

    /// What the gate judges is what the tool reads: arguments that it does not have are nobody's.
    private static Fields known(Fields input, Fields schema) {
        Map<String, Object> names = schema.object("properties").orElse(Fields.NONE).values();
        if (names.isEmpty()) {
            return input;
        }
        var known = new LinkedHashMap<String, Object>();
        input.values()
                .forEach((name, value) -> {
                    if (names.containsKey(name)) {
                        known.put(name, value);
                    }
                });
        return new Fields(known);
    }

    private Came run(Message.Call call, Tool tool, Stop stop) {
        Made made = Lines.made(call, agent);
        happenings.accept(new Happening.Proposed(made));
        String id = agent.map(name -> name + "/").orElse("") + call.id();
        var asked = new Inside.Call(call.tool(), call.input(), id);
        try {
            for (int i = 0; i < ROUNDS; i++) {
                Origin here = origin.get();
                Origin from = tool.isSheltered() ? workshop.sheltered(here) : here;
                long start = System.nanoTime();
                switch (gate.ask(asked, from, asks)) {
                    case Inside.Answer.Let let -> {
                        Duration took = Duration.ofNanos(System.nanoTime() - start);
                        String by = Lines.by(let.decision());
                        happenings.accept(new Happening.Allowed(made, by, took, let.entry()));
                        return new Came(
                                result(call, ran(made, tool, let.pass(), from, stop)),
                                Optional.empty());
                    }
                    case Inside.Answer.Refused(var held) -> {
                        return refused(call, made, held);
                    }
                    case Inside.Answer.Question(var held) -> {
                        Optional<Came> no = asked(call, made, held);
                        if (no.isPresent()) {
                            return no.get();
                        }
                    }
                }
            }
            return failed(call, "what this would do changed each time that it was allowed");
        } catch (IOException | RuntimeException problem) {
            String why = "the gate failed, so this does not run: " + sentence(problem);
            happenings.accept(new Happening.Noticed(why));
            return failed(call, why);
        }
    }

    /// Asks the person; nothing where they said yes.
    private Optional<Came> asked(Message.Call call, Made made, Inside.Held held)
            throws IOException {
        Happening.Refusal refusal = Lines.refusal(held);
        List<Granted> always = gate.always(held);
        Optional<Act.Answer> answer =
                refusal.clearable() ? person.ask(made, refusal, always) : no();
        if (answer.isEmpty()) {
            return Optional.of(failed(call, "the person broke it off before this ran"));
        }
        switch (answer.get().kind()) {
            case ONCE -> gate.yes(held);
            case ALWAYS -> gate.yes(held, always);
            case NO -> {
                gate.no(held, answer.get().word());
                happenings.accept(new Happening.Refused(made, refusal));
                String word = answer.get().word().map(text -> ": " + text).orElse("");
                return Optional.of(failed(call, "the person said no to this call" + word));
            }
        }
        return Optional.empty();
    }

    private static Optional<Act.Answer> no() {
        return Optional.of(new Act.Answer(0, Act.Answer.Kind.NO, Optional.empty()));
    }

    private Came refused(Message.Call call, Made made, Inside.Held held) {
        happenings.accept(new Happening.Refused(made, Lines.refusal(held)));
        Optional<String> ends =
                held.decision().isOfCode(Escalation.CODE)
                        ? Optional.of(held.decision().reason())
                        : Optional.empty();
        return new Came(
                new Message.Result(call.id(), call.tool(), "refused: " + held.told(), true), ends);
    }

    private Done ran(Made made, Tool tool, Pass pass, Origin from, Stop stop) {
        long start = System.nanoTime();
        Done done = done(tool, pass, stop);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Done told = done;
        try {
            List<String> agents = tool instanceof TaskTool task ? task.ended(pass.id()) : List.of();
            String beside =
                    gate.ended(pass, done.text(), done.failed() && tool.isWhole(), agents, from);
            if (!beside.isEmpty()) {
                told = new Done(done.text() + "\n\n" + beside, done.failed(), done.view());
            }
        } catch (IOException | RuntimeException problem) {
            happenings.accept(
                    new Happening.Noticed(
                            "the end of a call could not be kept: " + sentence(problem)));
        }
        happenings.accept(new Happening.Ran(made, told, took));
        return told;
    }

    private Done done(Tool tool, Pass pass, Stop stop) {
        try {
            return tool.run(pass, workshop, stop);
        } catch (IOException | RuntimeException problem) {
            return Done.failed(sentence(problem));
        }
    }

    private static Message.Result result(Message.Call call, Done done) {
        return new Message.Result(call.id(), call.tool(), done.text(), done.failed());
    }

    private static Came failed(Message.Call call, String why) {
        return new Came(new Message.Result(call.id(), call.tool(), why, true), Optional.empty());
    }

    static String sentence(Throwable problem) {
        String message = problem.getMessage();
        return message == null || message.isBlank()
                ? problem.getClass().getSimpleName()
                : message.strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
