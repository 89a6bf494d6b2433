package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.shell.Command;
import dev.cattlegrid.shell.Script;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What a shell is in at one point of a script, as far as it can be told. A branch works on a [#copy]; maps are
/// shared until one side writes.
final class State {
    /// Where a script stands.
    enum Course {
        RUNNING,
        /// `break` or `continue`: nothing more of this round.
        ROUND_LEFT,
        /// `return`
        FUNCTION_LEFT,
        /// `exit`, or `exec` of a program.
        SHELL_LEFT
    }

    /// So many references are followed.
    private static final int REFERENCES = 8;

    private Map<String, Variable> variables;
    private Map<String, Made> files;
    private Map<String, Command.Function> functions;
    private boolean shared;

    Place directory;
    Place previous;
    List<Place> stack = List.of();
    List<Arg> positional;
    boolean positionalOpen;

    /// Whether it may run with other rights than the user's.
    boolean raised;
    Held zero;
    Io io;
    Set<String> options = Set.of();

    /// Names that `readonly` fixed; false: perhaps.
    private Map<String, Boolean> fixed = Map.of();

    /// Names that stand for other variables.
    private Map<String, String> references = Map.of();
    Map<String, String> aliases = Map.of();
    Optional<Script> onExit = Optional.empty();
    Status status = Status.TRUE;
    Course course = Course.RUNNING;
    Held lastArgument = Held.exact("bash");

    State(Place directory, Io io) {
        this.variables = new HashMap<>();
        this.files = new HashMap<>();
        this.functions = new HashMap<>();
        this.directory = directory;
        this.previous = directory;
        this.positional = List.of();
        this.zero = Held.exact("bash");
        this.io = io;
    }

    private State(State from) {
        variables = from.variables;
        files = from.files;
        functions = from.functions;
        from.shared = true;
        shared = true;
        directory = from.directory;
        previous = from.previous;
        stack = from.stack;
        positional = from.positional;
        positionalOpen = from.positionalOpen;
        raised = from.raised;
        zero = from.zero;
        io = from.io;
        options = from.options;
        fixed = from.fixed;
        references = from.references;
        aliases = from.aliases;
        onExit = from.onExit;
        status = from.status;
        course = from.course;
        lastArgument = from.lastArgument;
    }

    State copy() {
        return new State(this);
    }

    /// A new shell that this one starts: files stay, exported variables too; the rest is fresh.
    State child(boolean keepUnexported) {
        State child = copy();
        child.onExit = Optional.empty();
        child.course = Course.RUNNING;
        if (!keepUnexported) {
            child.variables = new HashMap<>();
            variables.forEach((name, variable) -> {
                if (variable.exported()) {
                    child.variables.put(name, variable);
                }
            });
            child.functions = new HashMap<>();
            child.files = new HashMap<>(files);
            child.shared = false;
            child.aliases = Map.of();
            child.positional = List.of();
            child.positionalOpen = false;
            child.options = Set.of();
            child.fixed = Map.of();
            child.references = Map.of();
            child.stack = List.of();
        }
        return child;
    }

    boolean running() {
        return course == Course.RUNNING;
    }

    private void own() {
        if (shared) {
            variables = new HashMap<>(variables);
            files = new HashMap<>(files);
            functions = new HashMap<>(functions);
            shared = false;
        }
    }

    Optional<Variable> variable(String name) {
        return Optional.ofNullable(variables.get(target(name)));
    }

    Map<String, Variable> variables() {
        return variables;
    }

    /// Gives a variable a value; one that `readonly` fixed keeps its own.
    void set(String name, Variable variable) {
        String target = target(name);
        Boolean certain = fixed.get(target);
        if (certain != null && certain) {
            return;
        }
        own();
        Variable old = certain == null ? null : variables.get(target);
        variables.put(target, old == null ? variable : old.or(variable, false));
    }

    void forget(String name) {
        if (!fixed.getOrDefault(name, false)) {
            own();
            variables.remove(name);
        }
    }

    /// From now on the variable keeps its value.
    void fix(String name) {
        var more = new HashMap<>(fixed);
        more.put(target(name), true);
        fixed = Map.copyOf(more);
    }

    /// Whether it keeps its value; empty where nothing was said.
    Optional<Boolean> isFixed(String name) {
        return Optional.ofNullable(fixed.get(name));
    }

    void fixed(String name, Optional<Boolean> now) {
        if (!isFixed(name).equals(now)) {
            var more = new HashMap<>(fixed);
            now.ifPresentOrElse(sure -> more.put(name, sure), () -> more.remove(name));
            fixed = Map.copyOf(more);
        }
    }

    /// What a name stands for, where it is a reference.
    Optional<String> reference(String name) {
        return Optional.ofNullable(references.get(name));
    }

    /// Makes a name stand for another variable, or for itself again.
    void refer(String name, Optional<String> target) {
        var more = new HashMap<>(references);
        target.ifPresentOrElse(other -> more.put(name, other), () -> more.remove(name));
        references = Map.copyOf(more);
    }

    /// The variable that a name stands for in the end.
    String target(String name) {
        String target = name;
        for (int i = 0; i < REFERENCES && references.containsKey(target); i++) {
            target = references.getOrDefault(target, target);
        }
        return target;
    }

    Optional<Command.Function> function(String name) {
        return Optional.ofNullable(functions.get(name));
    }

    boolean hasFunctions() {
        return !functions.isEmpty();
    }

    void define(Command.Function function) {
        own();
        functions.put(function.name(), function);
    }

    void undefine(String name) {
        own();
        functions.remove(name);
    }

    Map<String, Made> files() {
        return files;
    }

    void made(String path, Made made) {
        own();
        files.put(path, made);
    }

    void takeFiles(State from) {
        own();
        files = new HashMap<>(from.files);
    }

    boolean option(String name) {
        return options.contains(name);
    }

    void option(String name, boolean on) {
        var changed = new HashSet<>(options);
        if (on ? changed.add(name) : changed.remove(name)) {
            options = Set.copyOf(changed);
        }
    }

    void become(State other) {
        variables = other.variables;
        files = other.files;
        functions = other.functions;
        other.shared = true;
        shared = true;
        directory = other.directory;
        previous = other.previous;
        stack = other.stack;
        positional = other.positional;
        positionalOpen = other.positionalOpen;
        zero = other.zero;
        io = other.io;
        options = other.options;
        fixed = other.fixed;
        references = other.references;
        aliases = other.aliases;
        onExit = other.onExit;
        status = other.status;
        raised = other.raised;
        course = other.course;
        lastArgument = other.lastArgument;
    }

    /// One state or the other, whichever is still running; both where both are.
    void join(State other) {
        merge(other, false);
    }

    /// Like [#join], in a loop that has to come to an end.
    void widen(State next) {
        merge(next, true);
    }

    private void merge(State other, boolean widen) {
        if (other == this || !other.running()) {
            return;
        }
        if (!running()) {
            become(other);
            return;
        }
        mergeVariables(other, widen);
        mergeFiles(other);
        mergeFunctions(other);
        directory = Directories.either(directory, other.directory);
        previous = Directories.either(previous, other.previous);
        stack = stack.equals(other.stack) ? stack : List.of();
        if (!positional.equals(other.positional) || other.positionalOpen) {
            positionalOpen = true;
            positional = List.of();
        }
        zero = zero.or(other.zero);
        raised = raised || other.raised;
        io = io.or(other.io);
        var allOptions = new HashSet<>(options);
        allOptions.addAll(other.options);
        options = Set.copyOf(allOptions);
        if (!fixed.equals(other.fixed)) {
            var both = new HashMap<String, Boolean>();
            fixed.forEach(
                    (name, sure) -> both.put(name, sure && other.fixed.getOrDefault(name, false)));
            other.fixed.forEach((name, _) -> both.putIfAbsent(name, false));
            fixed = Map.copyOf(both);
        }
        if (!references.equals(other.references)) {
            var both = new HashMap<>(other.references);
            both.putAll(references);
            references = Map.copyOf(both);
        }
        var allAliases = new HashMap<>(aliases);
        allAliases.putAll(other.aliases);
        aliases = Map.copyOf(allAliases);
        onExit = onExit.isPresent() ? onExit : other.onExit;
        status = status.or(other.status);
        lastArgument = lastArgument.or(other.lastArgument);
    }

    private void mergeVariables(State other, boolean widen) {
        if (variables.equals(other.variables)) {
            return;
        }
        own();
        for (var entry : other.variables.entrySet()) {
            Variable mine = variables.get(entry.getKey());
            if (mine == null) {
                variables.put(entry.getKey(), doubtful(entry.getValue()));
            } else if (!mine.equals(entry.getValue())) {
                variables.put(entry.getKey(), mine.or(entry.getValue(), widen));
            }
        }
        for (var entry : variables.entrySet()) {
            if (!other.variables.containsKey(entry.getKey())) {
                entry.setValue(doubtful(entry.getValue()));
            }
        }
    }

    /// Set on one side only: what it was before is the world's to say, so nothing of it is known.
    private static Variable doubtful(Variable variable) {
        return new Variable(
                Variable.Presence.UNKNOWN,
                new Held(
                        new Value.Partial("", "", "it is set in one branch only"),
                        variable.scalar().sources()),
                variable.elements(),
                variable.elements().isPresent(),
                variable.exported(),
                variable.integer());
    }

    private void mergeFiles(State other) {
        if (files.equals(other.files)) {
            return;
        }
        own();
        for (var entry : other.files.entrySet()) {
            Made mine = files.get(entry.getKey());
            files.put(
                    entry.getKey(),
                    mine == null ? entry.getValue().doubtful() : mine.or(entry.getValue()));
        }
        for (var entry : files.entrySet()) {
            if (!other.files.containsKey(entry.getKey())) {
                entry.setValue(entry.getValue().doubtful());
            }
        }
    }

    private void mergeFunctions(State other) {
        if (!functions.equals(other.functions)) {
            own();
            other.functions.forEach(functions::putIfAbsent);
        }
    }

    /// Gives up whatever a loop still changes.
    void forgetChanged(State before) {
        own();
        for (var entry : variables.entrySet()) {
            Variable old = before.variables.get(entry.getKey());
            if (!entry.getValue().equals(old)) {
                Held held = entry.getValue().scalar();
                entry.setValue(
                        entry.getValue()
                                .opened(
                                        new Held(
                                                Value.unknown("it changes in a loop"),
                                                held.sources())));
            }
        }
        for (var entry : files.entrySet()) {
            if (!entry.getValue().equals(before.files.get(entry.getKey()))) {
                entry.setValue(entry.getValue().doubtful());
            }
        }
        if (!directory.equals(before.directory)) {
            directory = Directories.anywhere("it changes in a loop");
        }
        if (!positional.equals(before.positional)) {
            positional = List.of();
            positionalOpen = true;
        }
    }

    /// Whether a further round of a loop would start from the same.
    boolean same(State other) {
        return variables.equals(other.variables)
                && files.equals(other.files)
                && functions.keySet().equals(other.functions.keySet())
                && directory.equals(other.directory)
                && Objects.equals(positional, other.positional)
                && positionalOpen == other.positionalOpen;
    }

    /// Positional parameters shifted, as far as they are known.
    void shift(int count) {
        positional =
                count >= positional.size()
                        ? List.of()
                        : new ArrayList<>(positional.subList(count, positional.size()));
    }
}
