package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.effect.world.Places;
import dev.cattlegrid.effect.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What programs print, where their arguments already say it or at least what it looks like.
final class Known {
    private static final Held COMMIT = new Held(Value.COMMIT, Held.SPELLED);

    /// Programs that print a number, a word or a date: no slash, no blank that would split it into options.
    private static final Set<String> WORDS =
            Set.of(
                    "date",
                    "nproc",
                    "whoami",
                    "hostname",
                    "uname",
                    "wc",
                    "pgrep",
                    "pidof",
                    "uuidgen",
                    "expr",
                    "arch",
                    "tput",
                    "getconf",
                    "lsb_release",
                    "sw_vers",
                    "logname",
                    "tty",
                    "bc",
                    "cksum",
                    "jot",
                    "shuf");

    private Known() {}

    static Optional<Held> output(String name, List<Arg> args, State s, Walk walk) {
        return switch (name) {
            case "basename" -> line(basename(args));
            case "dirname" -> line(last(args).map(Known::dirname));
            case "realpath" -> line(resolved(args, s, walk));
            case "readlink" ->
                    args.stream().anyMatch(arg -> arg.is("-f") || arg.is("-m") || arg.is("-e"))
                            ? line(resolved(args, s, walk))
                            : Optional.empty();
            case "mktemp" -> Optional.of(fresh(args, s, walk));
            case "id" -> id(args, walk);
            case "seq" -> seq(args);
            case "which" ->
                    args.size() == 1
                            ? line(
                                    args.getFirst()
                                            .text()
                                            .map(tool -> Value.exact("/usr/bin/" + tool)))
                            : Optional.empty();
            case "git" -> git(args, s, walk);
            case "cat" -> cat(args, s, walk);
            default -> WORDS.contains(name) ? Optional.of(Held.oneName()) : Optional.empty();
        };
    }

    private static Optional<Held> line(Optional<Value> value) {
        return value.map(v ->
                new Held(
                        v instanceof Value.Exact(var text) ? Value.exact(text + "\n") : v,
                        Held.SPELLED));
    }

    /// What `command -v name` prints.
    static Data path(Arg word) {
        return new Data(
                Held.both(Held.SPELLED, word.data().sources()),
                word.text()
                        .filter(text -> text.indexOf('/') < 0)
                        .map(text -> "/usr/bin/" + text + "\n"));
    }

    private static List<Arg> operands(List<Arg> args) {
        var operands = new ArrayList<Arg>();
        for (Arg arg : args) {
            if (!arg.value().prefix().startsWith("-")) {
                operands.add(arg);
            }
        }
        return operands;
    }

    private static Optional<Value> last(List<Arg> args) {
        List<Arg> operands = operands(args);
        return operands.size() == 1 && !operands.getFirst().splits()
                ? Optional.of(operands.getFirst().value())
                : Optional.empty();
    }

    private static Optional<Value> basename(List<Arg> args) {
        List<Arg> operands = operands(args);
        if (operands.size() != args.size() || operands.isEmpty() || operands.size() > 2) {
            return Optional.of(Values.ONE_NAME);
        }
        String ending = operands.size() == 2 ? operands.get(1).text().orElse("") : "";
        Value value = operands.getFirst().value();
        if (operands.getFirst().splits() || Values.texts(value).isEmpty()) {
            return Optional.of(Values.ONE_NAME);
        }
        return Optional.of(Values.map(value, text -> base(text, ending)));
    }

    private static String base(String text, String ending) {
        String path = stripped(text);
        String base = path.substring(path.lastIndexOf('/') + 1);
        return base.endsWith(ending) && base.length() > ending.length()
                ? base.substring(0, base.length() - ending.length())
                : base;
    }

    private static String stripped(String path) {
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    private static Value dirname(Value value) {
        return switch (value) {
            case Value.Exact _, Value.OneOf _ -> Values.map(value, Known::above);
            case Value.Glob(var pattern) -> {
                int slash = pattern.lastIndexOf('/');
                String above = slash < 0 ? "." : slash == 0 ? "/" : pattern.substring(0, slash);
                yield Values.hasActive(above)
                        ? new Value.Glob(above)
                        : Value.exact(Values.unescape(above));
            }
            case Value.Partial(var prefix, _, var why) -> {
                int slash = prefix.lastIndexOf('/');
                yield slash <= 0
                        ? Value.unknown(why)
                        : new Value.Partial(prefix.substring(0, slash), "", why);
            }
        };
    }

    private static String above(String text) {
        String path = stripped(text);
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "." : slash == 0 ? "/" : stripped(path.substring(0, slash));
    }

    private static Optional<Value> resolved(List<Arg> args, State s, Walk walk) {
        Optional<Value> operand = last(args);
        if (operand.isEmpty() || operand.get().known().isEmpty()) {
            return Optional.empty();
        }
        Place place = Places.of(operand.get(), s.directory, World.Use.READ, walk.world).getFirst();
        return place.isExact()
                ? Optional.of(Value.exact(place.facts().realPath().orElse(place.path())))
                : Optional.empty();
    }

    /// A file or directory that nobody has used before: its name is made up here, and it is the call's own.
    private static Held fresh(List<Arg> args, State s, Walk walk) {
        boolean directory =
                args.stream()
                        .anyMatch(arg ->
                                arg.value().prefix().startsWith("-")
                                        && arg.value().prefix().indexOf('d') == 1);
        List<Arg> operands = operands(args);
        Optional<String> template =
                operands.isEmpty() ? Optional.empty() : operands.getLast().text();
        boolean inDirectory = args.stream().anyMatch(arg -> arg.is("-p"));
        if (inDirectory || !operands.isEmpty() && template.isEmpty()) {
            return Held.unknown("the name that `mktemp` makes");
        }
        walk.fresh++;
        String mark = "XXXXXXX" + walk.fresh;
        String name = template.map(t -> t.replaceFirst("X{3,}", mark)).orElse("tmp." + mark);
        boolean bare = template.isEmpty() || args.stream().anyMatch(arg -> arg.is("-t"));
        String path = bare && !name.startsWith("/") ? "/tmp/" + name : name;
        Place place =
                Places.of(Value.exact(path), s.directory, World.Use.CREATE, walk.world).getFirst();
        if (place.isExact()) {
            s.made(place.path(), new Made(Data.NONE, true, true, directory, false));
        }
        return new Held(Value.exact(path + "\n"), Held.SPELLED);
    }

    private static Optional<Held> id(List<Arg> args, Walk walk) {
        boolean user = args.size() == 1 && args.getFirst().is("-u");
        return user
                ? line(Optional.of(Value.exact(Integer.toString(walk.world.uid()))))
                : args.isEmpty() ? Optional.empty() : Optional.of(Held.oneName());
    }

    private static Optional<Held> seq(List<Arg> args) {
        var numbers = new ArrayList<Long>();
        for (Arg arg : args) {
            Optional<Long> number = arg.text().flatMap(Numbers::decimal);
            if (number.isEmpty()) {
                return Optional.of(Held.oneName());
            }
            numbers.add(number.get());
        }
        if (numbers.isEmpty() || numbers.size() > 3) {
            return Optional.of(Held.oneName());
        }
        long first = numbers.size() > 1 ? numbers.getFirst() : 1;
        long by = numbers.size() > 2 ? numbers.get(1) : 1;
        long last = numbers.getLast();
        if (by == 0 || (last - first) / by > 1_000) {
            return Optional.of(Held.oneName());
        }
        var text = new StringBuilder();
        for (long i = first; by > 0 ? i <= last : i >= last; i += by) {
            text.append(i).append('\n');
        }
        return Optional.of(Held.exact(text.toString()));
    }

    private static Optional<Held> git(List<Arg> args, State s, Walk walk) {
        if (args.isEmpty() || !s.directory.isExact()) {
            return Optional.empty();
        }
        Optional<World.Repository> repository = walk.world.repository(s.directory.path());
        boolean abbreviated = args.stream().anyMatch(arg -> arg.is("--abbrev-ref"));
        if (args.getFirst().is("rev-parse")) {
            if (args.size() == 2 && args.get(1).is("--show-toplevel")) {
                return line(repository.map(r -> Value.exact(r.root())));
            }
            if (args.size() == 2 && args.get(1).is("--git-dir")) {
                return line(repository.map(r -> Value.exact(r.root() + "/.git")));
            }
            boolean path =
                    args.stream()
                            .anyMatch(arg ->
                                    arg.value().prefix().startsWith("--show-")
                                            || arg.value().prefix().startsWith("--git-"));
            return abbreviated
                    ? branch(repository)
                    : path
                            ? Optional.empty()
                            : Optional.of(isOneRevision(args) ? COMMIT : Held.oneName());
        }
        if (args.getFirst().is("merge-base") && args.stream().noneMatch(Known::mayBeOption)) {
            return Optional.of(COMMIT);
        }
        if (args.size() == 2 && args.getFirst().is("branch") && args.get(1).is("--show-current")) {
            return branch(repository);
        }
        return args.getFirst().is("describe")
                        || args.getFirst().is("merge-base")
                        || args.getFirst().is("rev-list")
                ? Optional.of(Held.oneName())
                : Optional.empty();
    }

    /// `git rev-parse --verify REVISION`: a commit's number and nothing else.
    private static boolean isOneRevision(List<Arg> args) {
        var words = new ArrayList<>(args.subList(1, args.size()));
        words.removeIf(arg ->
                arg.is("--verify") || arg.is("--short") || arg.is("-q") || arg.is("--quiet"));
        return words.size() == 1 && !mayBeOption(words.getFirst());
    }

    /// What ends like a revision is none.
    private static boolean mayBeOption(Arg arg) {
        boolean revision =
                !arg.splits()
                        && arg.value() instanceof Value.Partial(_, var suffix, _)
                        && (suffix.contains("^") || suffix.contains("~"));
        return !revision && arg.mayBeOption();
    }

    private static Optional<Held> branch(Optional<World.Repository> repository) {
        return line(
                repository.filter(r -> !r.branch().isEmpty()).map(r -> Value.exact(r.branch())));
    }

    private static Optional<Held> cat(List<Arg> args, State s, Walk walk) {
        if (args.isEmpty()) {
            Data in = s.io.in().data();
            return s.io.in().piped() && in.text().isPresent()
                    ? Optional.of(new Held(Value.exact(in.text().get()), in.sources()))
                    : Optional.empty();
        }
        if (args.size() != 1) {
            return Optional.empty();
        }
        Place place =
                Places.of(args.getFirst().value(), s.directory, World.Use.READ, walk.world)
                        .getFirst();
        Data data = walk.contents.content(place);
        return data.text().map(text -> new Held(Value.exact(text), data.sources()));
    }
}
