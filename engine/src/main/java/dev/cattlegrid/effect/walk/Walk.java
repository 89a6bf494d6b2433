package dev.cattlegrid.effect.walk;

import dev.cattlegrid.call.ShellState.Dialect;
import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.effect.program.Outcome;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.shell.Command;
import dev.cattlegrid.shell.Script;
import dev.cattlegrid.shell.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The reading of one call: lists, pipelines and what all parts of the interpreter share.
///
/// A state is changed in place; where a script may go two ways, one side works on a copy, and both are joined after.
final class Walk {
    final CallWorld world;
    final Meter meter = new Meter();
    final boolean contained;
    final Dialect dialect;
    final Expansion expansion = new Expansion(this);
    final Compounds compounds = new Compounds(this);
    final Simple simple = new Simple(this);
    final Contents contents = new Contents(this);
    final Descriptors descriptors = new Descriptors(this);
    final Redirections redirections = new Redirections(this);
    final Pipes pipes = new Pipes(this);
    final Programming programs = new Programming(this);

    /// What code of the session's would do that something else of this call runs: it counts however deep it lies.
    final Set<Effect> brought = new HashSet<>();

    /// How many pieces of code that the session wrote lie around what is read now.
    private int own;

    /// How many open questions lie around what is read now: more than none makes a step a `MAY`.
    int doubt;

    /// Whether what runs can be typed into after the call, unseen.
    boolean typed;

    /// Whether cmdlets of PowerShell are called in the text, so that their names are no programs.
    boolean cmdlets;

    boolean metCmdlet;

    /// How many lie around what is read apart.
    int around;

    /// How many other programs are being read: their texts are not in the call's own shell.
    private int inside;

    /// How many loops and functions are being read: what is in them may be read again.
    int again;

    /// How many other processes have been started around what is read now.
    int spawned;

    /// How many names of fresh files and descriptors have been given out.
    int fresh;

    @Nullable Frame frame;

    /// The state in which the last command failed, where that is another one than that in which it did not.
    @Nullable State failed;

    /// The state in which the last command failed, where only an assumption says that it did not: what would run
    /// then is looked at all the same.
    @Nullable State unlikely;

    /// How many command substitutions have been read.
    int substitutions;

    private Steps steps = new Steps();
    private State current;
    private int jobs;
    private boolean out;

    Walk(World world, boolean contained, Dialect dialect, State start) {
        this.current = start;
        this.world = new CallWorld(world, () -> current);
        this.contained = contained;
        this.dialect = dialect;
    }

    List<Step> steps() {
        return steps.done();
    }

    /// Says which state the world is looked at from.
    void at(State state) {
        current = state;
    }

    State at() {
        return current;
    }

    /// The list that steps go into now.
    Steps notes() {
        return steps;
    }

    int note(Effect effect) {
        keep(effect);
        return steps.add(effect, doubt == 0, again > 0);
    }

    int note(Effect effect, boolean must) {
        keep(effect);
        return steps.add(effect, must && doubt == 0, again > 0);
    }

    private void keep(Effect effect) {
        if (own > 0 && Grave.isWeighty(effect)) {
            brought.add(effect);
        }
    }

    /// Reads code that the session or the call itself wrote.
    void own(Runnable reading) {
        own++;
        reading.run();
        own--;
    }

    void unknown(Gap gap, Span span) {
        note(new Effect.Unknown(gap, Bound.ANYTHING, span));
    }

    /// Notes, once, that no more can be read.
    void exhausted(String what, Span span) {
        if (!out) {
            out = true;
            unknown(new Gap.Budget(what), span);
        }
    }

    /// Reads something apart: its steps do not go into the list but into the answer.
    Outcome apart(Runnable reading, Sink output) {
        Steps outer = steps;
        State before = current;
        int doubtBefore = doubt;
        int aroundBefore = around;
        inside++;
        int againBefore = again;
        int jobsBefore = jobs;
        State failedBefore = failed;
        steps = new Steps();
        around += doubt;
        doubt = 0;
        again = 0;
        jobs = 0;
        try {
            reading.run();
            return new Outcome(steps.done(), output.data());
        } finally {
            steps = outer;
            doubt = doubtBefore;
            around = aroundBefore;
            inside--;
            again = againBefore;
            jobs = jobsBefore;
            failed = failedBefore;
            current = before;
        }
    }

    void script(Script script, State s) {
        if (!meter.enter()) {
            exhausted("lists are nested too deeply", script.span());
            s.status = Status.UNKNOWN;
            meter.leave();
            return;
        }
        for (Script.Item item : script.items()) {
            if (!s.running()) {
                break;
            }
            item(item, s);
        }
        meter.leave();
    }

    private void item(Script.Item item, State s) {
        if (!item.background()) {
            andOr(item.list(), s);
            settle(s);
            return;
        }
        steps.unordered();
        jobs++;
        spawned++;
        State job = s.copy();
        job.io = job.io.in(Io.Input.NONE);
        shell(
                job,
                () -> {
                    andOr(item.list(), job);
                    settle(job);
                });
        spawned--;
        State after = s.copy();
        after.takeFiles(job);
        s.join(after);
        s.status = Status.TRUE;
    }

    /// `wait`: what ran in the background has come to its end.
    void waited() {
        while (jobs > 0) {
            steps.ordered();
            jobs--;
        }
    }

    /// Where a command may have failed in another state, either is possible from here on.
    void settle(State s) {
        State other = failed;
        failed = null;
        if (other != null) {
            s.join(other);
        }
    }

    private void andOr(Script.AndOr list, State s) {
        pipeline(list.first(), s);
        for (Script.AndOr.Next next : list.rest()) {
            if (!s.running()) {
                return;
            }
            Status wanted =
                    switch (next.joint()) {
                        case AND -> Status.TRUE;
                        case OR -> Status.FALSE;
                    };
            if (s.status == Status.UNKNOWN) {
                either(wanted, s, next.pipeline());
            } else if (s.status == wanted) {
                pipeline(next.pipeline(), s);
            } else if (unlikely != null) {
                aside(next.pipeline(), unlikely);
            }
        }
    }

    /// What would run if the world were not as it is assumed to be.
    private void aside(Script.Pipeline next, State other) {
        unlikely = null;
        other.status = Status.FALSE;
        doubt++;
        shell(other, () -> pipeline(next, other));
        doubt--;
    }

    /// The same for the other branch of an `if`.
    void aside(Script branch, State other) {
        unlikely = null;
        doubt++;
        shell(other, () -> script(branch, other));
        doubt--;
    }

    /// The first part may have succeeded or not: what follows runs in the one case only, and each case goes on with
    /// its own state.
    private void either(Status wanted, State s, Script.Pipeline next) {
        State other = failed == null ? s.copy() : failed;
        failed = null;
        State goes = wanted == Status.TRUE ? s : other;
        State stays = wanted == Status.TRUE ? other : s;
        goes.status = wanted;
        doubt++;
        pipeline(next, goes);
        doubt--;
        State lost = failed;
        failed = null;
        if (lost == null && goes.status == Status.UNKNOWN) {
            lost = goes.copy();
        }
        boolean wins = goes.running() && goes.status != Status.FALSE;
        boolean loses = goes.running() && goes.status != Status.TRUE;
        State won = stays;
        State failure = null;
        if (wanted == Status.TRUE) {
            failure = stays;
            if (loses && lost != null) {
                failure.join(lost);
            } else if (loses) {
                failure.join(goes);
            }
            won = wins ? goes : failure;
            failure = wins ? failure : null;
        } else {
            if (loses) {
                failure = lost == null ? goes : lost;
            }
            if (wins) {
                won.join(goes);
            }
        }
        if (won != s) {
            s.become(won);
        }
        s.status =
                failure != null
                        ? Status.UNKNOWN
                        : wanted == Status.TRUE && !wins ? Status.FALSE : Status.TRUE;
        failed = failure;
    }

    private void pipeline(Script.Pipeline pipeline, State s) {
        List<Command> commands = pipeline.commands();
        if (commands.isEmpty()) {
            s.status = Status.TRUE;
        } else if (commands.size() == 1) {
            command(commands.getFirst(), s);
        } else {
            stages(pipeline, s);
        }
        if (pipeline.negations() % 2 == 1) {
            settle(s);
            s.status = s.status.not();
        }
    }

    private void stages(Script.Pipeline pipeline, State s) {
        steps.unordered();
        spawned++;
        Io.Input in = s.io.in();
        State last = s;
        int count = pipeline.commands().size();
        for (int i = 0; i < count; i++) {
            Command command = pipeline.commands().get(i);
            boolean end = i == count - 1;
            State stage = last.copy();
            stage.io = s.io.in(in);
            if (i > 0) {
                stage = s.copy();
                stage.takeFiles(last);
                stage.io = s.io.in(in);
            }
            Sink out = end ? s.io.out() : Sink.taken(doubt);
            boolean errorsToo = !end && pipeline.errorsToo().get(i);
            stage.io = stage.io.out(out).err(errorsToo ? out : s.io.err());
            State running = stage;
            shell(
                    running,
                    () -> {
                        command(command, running);
                        settle(running);
                    });
            in = new Io.Input(out.data(), true, out.value());
            last = running;
        }
        spawned--;
        steps.ordered();
        s.takeFiles(last);
        s.status = last.status;
    }

    /// Reads something in a shell of its own: `exit` leaves only that, and its trap runs at its end.
    void shell(State s, Runnable body) {
        State failedBefore = failed;
        failed = null;
        s.onExit = Optional.empty();
        Frame own = new Frame(Frame.Kind.SHELL, "", frame, doubt, spawned);
        frame = own;
        int opened = descriptors.open();
        int behind = pipes.behind();
        body.run();
        settle(s);
        own.rejoin(s);
        s.course = State.Course.RUNNING;
        if (s.onExit.isPresent()) {
            Script trap = s.onExit.get();
            s.onExit = Optional.empty();
            script(trap, s);
            own.rejoin(s);
            s.course = State.Course.RUNNING;
        }
        descriptors.ended(opened, s);
        pipes.ended(behind);
        frame = own.outer;
        failed = failedBefore;
    }

    void command(Command command, State s) {
        if (!meter.command()) {
            exhausted("the call does too much to follow", command.span());
            s.status = Status.UNKNOWN;
            return;
        }
        if (!meter.enter()) {
            meter.leave();
            exhausted("commands are nested too deeply", command.span());
            s.status = Status.UNKNOWN;
            return;
        }
        if (dialect != Dialect.BASH && inside == 0) {
            Dialects.differs(command, dialect)
                    .ifPresent(why -> unknown(new Gap.Unparsed(why), command.span()));
        }
        switch (command) {
            case Command.Simple c -> simple.run(c, s);
            case Command.Compound c -> compound(c, s);
            case Command.Function c -> {
                if (Recorders.inFunction(c)) {
                    note(Recorders.found("function", c.span()));
                }
                s.define(c);
                s.status = Status.TRUE;
            }
            case Command.Coproc c -> coproc(c, s);
        }
        meter.leave();
    }

    void compound(Command.Compound compound, State s) {
        if (compound.redirects().isEmpty()) {
            compounds.run(compound.body(), s, compound.span());
            return;
        }
        Io before = s.io;
        Redirections.Opened opened = redirections.open(compound.redirects(), s);
        List<Pipes.Waiting> others = pipes.taken();
        s.io = opened.io();
        compounds.run(compound.body(), s, compound.span());
        settle(s);
        descriptors.close(opened, s, "");
        descriptors.restore(before, opened, s);
        pipes.finish(others, false, s);
    }

    private void coproc(Command.Coproc coproc, State s) {
        steps.unordered();
        jobs++;
        spawned++;
        State job = s.copy();
        Sink out = Sink.taken(doubt);
        job.io = job.io.in(new Io.Input(Data.of(new Source.Program("coproc")), true)).out(out);
        shell(job, () -> command(coproc.command(), job));
        spawned--;
        State after = s.copy();
        after.takeFiles(job);
        s.join(after);
        int read = descriptors.given();
        int write = descriptors.given();
        Sink in = descriptors.pipe(write, s);
        s.io =
                s.io.with(read, new Io.Channel(new Io.Input(out.data(), true), Sink.nowhere()))
                        .with(write, new Io.Channel(Io.Input.NONE, in));
        pipes.beside("/dev/fd/" + write, s.io.out(out), inner -> command(coproc.command(), inner));
        s.set(
                coproc.name().orElse("COPROC"),
                Variable.array(
                        List.of(
                                Held.exact(Integer.toString(read)),
                                Held.exact(Integer.toString(write))),
                        false));
        s.status = Status.TRUE;
    }

    /// Starts a frame; whoever starts one ends it.
    Frame enter(Frame.Kind kind, String name) {
        frame = new Frame(kind, name, frame, doubt, spawned);
        return frame;
    }

    void leave(Frame own) {
        frame = own.outer;
    }
}
