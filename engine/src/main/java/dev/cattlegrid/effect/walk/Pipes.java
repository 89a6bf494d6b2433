package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.shell.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Process substitutions: pipes with a name, and the scripts that stand at their other end.
final class Pipes {
    private final Walk walk;

    private static final String PIPE = "/dev/fd/";

    /// `>(script)` that waits for what the command writes into it.
    private final List<Waiting> waiting = new ArrayList<>();

    /// The same behind a descriptor that stays open.
    private final List<Waiting> behind = new ArrayList<>();

    private int reading;

    /// A script that reads what is written elsewhere.
    static final class Waiting {
        private final String path;
        private final Io io;
        private final Consumer<State> body;
        private Optional<Data> read = Optional.empty();

        private Waiting(String path, Io io, Consumer<State> body) {
            this.path = path;
            this.io = io;
            this.body = body;
        }
    }

    Pipes(Walk walk) {
        this.walk = walk;
    }

    /// Whether a path is one of the pipes that process substitutions of this call made.
    static boolean isPipe(String path) {
        return path.startsWith(PIPE);
    }

    /// `<(script)` and `>(script)`: a pipe with a name.
    Held process(Part.ProcessSubstitution process, State s) {
        String path = PIPE + (63 - walk.fresh % 50);
        walk.fresh++;
        if (process.output()) {
            waiting.add(new Waiting(path, s.io, inner -> walk.script(process.script(), inner)));
            s.made(path, Made.file(Data.NONE, true, true));
            return Held.exact(path);
        }
        Sink sink = Sink.taken(walk.doubt);
        State inner = s.copy();
        inner.io = s.io.in(Io.Input.NONE).out(sink);
        walk.spawned++;
        walk.shell(inner, () -> walk.script(process.script(), inner));
        walk.spawned--;
        s.takeFiles(inner);
        walk.at(s);
        s.made(path, Made.file(sink.data(), true, true));
        return new Held(Value.exact(path), sink.data().sources());
    }

    /// The scripts behind `>( )` of the command whose words and redirections have just been read.
    List<Waiting> taken() {
        if (waiting.isEmpty()) {
            return List.of();
        }
        var taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }

    /// A command is over: scripts behind `>( )` have read what it wrote.
    ///
    /// @param stays whether more may be written later
    void finish(List<Waiting> pipes, boolean stays, State s) {
        for (Waiting next : pipes) {
            feed(next, s);
            if (stays) {
                behind.add(next);
            }
        }
    }

    /// A script that runs beside the shell, and reads what is written to a pipe.
    void beside(String path, Io io, Consumer<State> body) {
        var pipe = new Waiting(path, io, body);
        pipe.read = Optional.of(Data.NONE);
        behind.add(pipe);
    }

    int behind() {
        return behind.size();
    }

    /// What has been written to them by now is read by scripts behind descriptors that stay open.
    void behind(State s) {
        if (reading > 0) {
            return;
        }
        for (int i = 0; i < behind.size(); i++) {
            Waiting each = behind.get(i);
            Made made = s.files().get(each.path);
            if (made != null && !Optional.of(made.data()).equals(each.read)) {
                walk.again++;
                reading++;
                feed(each, s);
                reading--;
                walk.again--;
            }
        }
    }

    /// The shell that opened them is over.
    void ended(int before) {
        while (behind.size() > before) {
            behind.removeLast();
        }
    }

    private void feed(Waiting next, State s) {
        Made made = s.files().get(next.path);
        Data data = made == null ? Data.NONE : made.data();
        next.read = Optional.of(data);
        State inner = s.copy();
        inner.io = next.io.in(new Io.Input(data, true));
        walk.spawned++;
        walk.shell(inner, () -> next.body.accept(inner));
        walk.spawned--;
        s.takeFiles(inner);
        walk.at(s);
    }
}
