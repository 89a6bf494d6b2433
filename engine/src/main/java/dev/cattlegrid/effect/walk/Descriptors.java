package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.world.Places;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.List;

/// The descriptors that are open: what goes through them is noted when a command is over, and seen by name before.
final class Descriptors {
    private final Walk walk;

    Descriptors(Walk walk) {
        this.walk = walk;
    }

    void opened(List<Pending> pending) {
        live.addAll(pending);
    }

    /// What is open: commands may read by its name what others wrote through a descriptor.
    private final List<Pending> live = new ArrayList<>();

    /// The command is over: what it wrote is known now, and lies in the files.
    ///
    /// @param program whose messages went to standard error; may be empty
    void close(Redirections.Opened opened, State s, String program) {
        for (Pending each : opened.pending()) {
            live.remove(each);
            if (each.sink == opened.io().err()
                    && each.sink != opened.io().out()
                    && !program.isEmpty()) {
                each.sink.append(Data.of(new Source.Program(program)), walk.doubt);
            }
            if (told(each)) {
                continue;
            }
            if (each.shared()) {
                share(each, s);
            } else {
                walk.contents.wrote(each.place, each.manner, each.sink.data(), true, false, s);
            }
        }
    }

    /// Puts what has been written so far into the step that stands for it.
    ///
    /// @return whether that is all: a connection holds nothing
    private static boolean told(Pending each) {
        Data data = each.sink.data();
        if (each.sink.socket().isPresent()) {
            if (each.at >= 0 && each.steps.effect(each.at) instanceof Effect.Send send) {
                each.steps.replace(
                        each.at, new Effect.Send(send.to(), send.verb(), data, each.span));
            }
            return true;
        }
        boolean empty = data.equals(Data.NONE) && each.manner == Effect.Write.Manner.CREATE;
        Data held = empty ? Data.spelled("") : data;
        each.steps.replace(each.at, new Effect.Write(each.place, each.manner, held, each.span));
        return false;
    }

    /// `exec`: what was opened stays open until the shell ends.
    void keep(Redirections.Opened opened, State s) {
        for (Pending each : opened.pending()) {
            each.opened(s.files().get(each.place.path()));
            live.add(each);
        }
    }

    /// The descriptors after a command with redirections.
    void restore(Io before, Redirections.Opened opened, State s) {
        Io.Input from = opened.io().in();
        Io.Input to = s.io.in();
        s.io = s.io.after(before, opened.io(), opened.kept());
        if (!from.equals(to) && !from.equals(before.in())) {
            s.io = s.io.moved(from, to);
        }
        if (!opened.kept().isEmpty()) {
            keep(opened, s);
        }
        if (walk.failed != null) {
            walk.failed.io = s.io;
        }
        if (walk.unlikely != null) {
            walk.unlikely.io = s.io;
        }
    }

    /// A pipe to a process beside the shell.
    Sink pipe(int number, State s) {
        Place place =
                Places.of(
                                Value.exact("/dev/fd/" + number),
                                s.directory,
                                World.Use.CREATE,
                                walk.world)
                        .getFirst();
        Sink sink = Sink.taken(walk.doubt);
        var pending =
                new Pending(
                        walk.notes(),
                        -1,
                        place,
                        Effect.Write.Manner.CREATE,
                        sink,
                        Data.NONE,
                        Span.NONE);
        s.made(place.path(), Made.file(Data.NONE, true, true));
        pending.found(s.files().get(place.path()));
        live.add(pending);
        return sink;
    }

    int given() {
        walk.fresh++;
        return 9 + walk.fresh;
    }

    /// How many are open.
    int open() {
        return live.size();
    }

    /// Lets the next command see what has gone through open descriptors so far.
    void share(State s) {
        if (!live.isEmpty()) {
            for (Pending each : live) {
                if (each.sink.version() > 0 && !told(each)) {
                    share(each, s);
                }
            }
        }
        walk.pipes.behind(s);
    }

    private static void share(Pending each, State s) {
        if (!each.place.isExact()) {
            return;
        }
        Made there = s.files().get(each.place.path());
        boolean fresh =
                there != null && there.certain() ? there.fresh() : Made.isFresh(each.place.facts());
        Made now = each.now(there, fresh);
        if (now != null) {
            s.made(each.place.path(), now);
        }
    }

    /// A shell is over, and what it opened is closed.
    void ended(int before, State s) {
        share(s);
        while (live.size() > before) {
            live.removeLast();
        }
    }
}
