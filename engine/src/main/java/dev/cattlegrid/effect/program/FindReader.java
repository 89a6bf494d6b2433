package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.PathFacts;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.Zone;
import dev.cattlegrid.effect.world.World;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/// Reads find: where it starts, which tests narrow what it finds, and what it does with each.
///
/// A test narrows what stands behind it up to the next `-o`; a negated test narrows nothing.
///
/// Source: find(1), findutils 4.9; find(1) of FreeBSD for `-E -X -d -f -s -x`.
final class FindReader {
    private static final Set<String> BEFORE =
            Set.of("-H", "-L", "-P", "-E", "-X", "-d", "-s", "-x");

    private static final Set<String> PLAIN =
            Set.of(
                    "-print",
                    "-print0",
                    "-ls",
                    "-prune",
                    "-quit",
                    "-empty",
                    "-executable",
                    "-readable",
                    "-writable",
                    "-true",
                    "-false",
                    "-a",
                    "-and",
                    "-depth",
                    "-d",
                    "-mount",
                    "-xdev",
                    "-follow",
                    "-daystart",
                    "-noleaf",
                    "-nouser",
                    "-nogroup",
                    "-ignore_readdir_race",
                    "-noignore_readdir_race",
                    "-nowarn",
                    "-warn",
                    "-help",
                    "--help",
                    "-version",
                    "--version",
                    "-x",
                    "-X",
                    "-s",
                    "-E");

    private static final Set<String> VALUED =
            Set.of(
                    "-name",
                    "-iname",
                    "-path",
                    "-ipath",
                    "-wholename",
                    "-iwholename",
                    "-regex",
                    "-iregex",
                    "-lname",
                    "-ilname",
                    "-type",
                    "-xtype",
                    "-size",
                    "-mtime",
                    "-atime",
                    "-ctime",
                    "-mmin",
                    "-amin",
                    "-cmin",
                    "-Bmin",
                    "-Btime",
                    "-newer",
                    "-anewer",
                    "-cnewer",
                    "-user",
                    "-group",
                    "-uid",
                    "-gid",
                    "-perm",
                    "-links",
                    "-inum",
                    "-samefile",
                    "-fstype",
                    "-maxdepth",
                    "-mindepth",
                    "-regextype",
                    "-used",
                    "-context",
                    "-printf",
                    "-flags",
                    "-D");

    private static final Set<String> WIDE =
            Set.of("-type", "-xtype", "-maxdepth", "-regextype", "-printf", "-D");

    private final Sheet sheet;
    private final List<Arg> args;
    private final List<Arg> starts = new ArrayList<>();
    private final Deque<Narrow> outer = new ArrayDeque<>();
    private Narrow now = Narrow.NONE;
    private boolean negated;
    private boolean alternatives;
    private int at;

    /// What is known of the entries that come this far.
    ///
    /// @param ends how their paths end, one of these; empty: in any way
    /// @param some whether a test leaves entries out
    private record Narrow(List<String> ends, boolean some, boolean empty) {
        static final Narrow NONE = new Narrow(List.of(), false, false);
    }

    private FindReader(Invocation call, Opener opener) {
        this.sheet = new Sheet(call, opener);
        this.args = call.args();
    }

    static Outcome read(Invocation call, Opener opener) {
        return new FindReader(call, opener).read();
    }

    private Outcome read() {
        begin();
        for (Arg start : starts) {
            sheet.places(start, World.Use.READ).stream()
                    .filter(place -> !place.is(Standing.KEEPS_SECRETS) && !place.path().equals("/"))
                    .forEach(place -> sheet.must(new Effect.Read(place, start.span())));
        }
        while (at < args.size()) {
            Arg arg = args.get(at++);
            String text = arg.text().orElse("");
            if (text.isEmpty()) {
                sheet.unknown(arg, arg.splits() ? Bound.ANYTHING : Bound.READS);
            } else {
                expression(text, arg);
            }
        }
        sheet.output(shown());
        return sheet.done();
    }

    /// The names that come out at the end: below a start, and ending in what the last tests ask for, as long as
    /// nothing else may have been printed before.
    private Data shown() {
        if (now.ends.isEmpty() || alternatives) {
            return names();
        }
        Data data = Data.NONE;
        for (Arg start : starts) {
            for (Arg found : found(start, start)) {
                data = data.with(Data.of(new Source.Names(sheet.place(found, World.Use.READ))));
            }
        }
        return data;
    }

    private void begin() {
        while (at < args.size()) {
            Arg arg = args.get(at);
            String text = arg.value().prefix();
            if (BEFORE.contains(text) || text.startsWith("-O")) {
                at++;
            } else if (text.equals("-D") || text.equals("-f")) {
                if (text.equals("-f") && at + 1 < args.size()) {
                    starts.add(args.get(at + 1));
                }
                at += 2;
            } else if (text.startsWith("-")
                    || text.equals("(")
                    || text.equals("!")
                    || text.equals(",")) {
                break;
            } else {
                if (arg.splits() && text.isEmpty()) {
                    sheet.unknown(arg, Bound.READS);
                }
                starts.add(arg);
                at++;
            }
        }
        if (starts.isEmpty()) {
            starts.add(Arg.exact(".", sheet.span()));
        }
    }

    private void expression(String text, Arg arg) {
        switch (text) {
            case "(" -> {
                outer.push(now);
            }
            case ")" -> close();
            case "!", "-not" -> {
                negated = true;
                return;
            }
            case "-o", "-or" -> alternative();
            case "," -> now = outer.isEmpty() ? Narrow.NONE : outer.peek();
            case "-name", "-iname", "-path", "-ipath", "-wholename", "-iwholename" ->
                    named(next(), text);
            case "-newer", "-anewer", "-cnewer", "-samefile" -> {
                sheet.read(next());
                narrow();
            }
            case "-files0-from" -> sheet.read(next());
            case "-empty" -> now = negated ? now : new Narrow(now.ends, true, true);
            case "-delete" -> delete(arg);
            case "-exec", "-execdir", "-ok", "-okdir" -> exec();
            case "-fprint", "-fprint0", "-fls" -> sheet.create(next(), names());
            case "-fprintf" -> {
                sheet.create(next(), names());
                next();
            }
            default -> {
                if (VALUED.contains(text) || text.startsWith("-newer")) {
                    next();
                    if (!WIDE.contains(text)) {
                        narrow();
                    }
                } else if (!PLAIN.contains(text)) {
                    sheet.strange(text, arg);
                } else if (!text.startsWith("-print")
                        && !text.equals("-a")
                        && !text.equals("-depth")) {
                    narrow();
                }
            }
        }
        negated = false;
    }

    private final Deque<List<Narrow>> branches = new ArrayDeque<>();

    private void alternative() {
        if (!outer.isEmpty()) {
            while (branches.size() < outer.size()) {
                branches.push(new ArrayList<>());
            }
            branches.getFirst().add(now);
            now = outer.getFirst();
        } else {
            now = Narrow.NONE;
            alternatives = true;
        }
    }

    /// The end of a group: one of its alternatives holds, as long as each of them ends in a known way.
    private void close() {
        if (outer.isEmpty()) {
            return;
        }
        List<Narrow> others = branches.size() == outer.size() ? branches.pop() : List.of();
        Narrow before = outer.pop();
        var all = new ArrayList<>(others);
        all.add(now);
        var ends = new ArrayList<String>();
        boolean known = true;
        boolean empty = true;
        for (Narrow each : all) {
            known &= !each.ends.isEmpty() && !each.ends.equals(before.ends);
            empty &= each.empty;
            ends.addAll(each.ends);
        }
        now =
                known && ends.size() <= 16
                        ? new Narrow(List.copyOf(ends), true, empty)
                        : new Narrow(before.ends, true, empty);
    }

    private void narrow() {
        now = new Narrow(now.ends, true, now.empty);
    }

    private void named(Arg pattern, String test) {
        String text = pattern.text().orElse("*");
        boolean base = test.endsWith("name") && !test.contains("whole");
        int last = -1;
        for (int i = 0; i < text.length(); i++) {
            if ("*?[]\\".indexOf(text.charAt(i)) >= 0) {
                last = i;
            }
        }
        String end = last < 0 ? (base ? "/" : "") + text : text.substring(last + 1);
        if (!negated && end.isEmpty() && base && beginning(text) >= 3) {
            seekPattern(pattern, text);
        }
        if (negated || end.isEmpty() || text.equals("*")) {
            now = text.equals("*") ? now : new Narrow(now.ends, true, now.empty);
        } else {
            now = new Narrow(List.of(end), true, now.empty);
            seek(pattern);
        }
    }

    /// Who looks for secrets by name outside the project and scratch is after what they hold.
    private void seek(Arg pattern) {
        if (isCommonEnding(pattern)) {
            return;
        }
        for (Arg start : starts) {
            for (Arg found : found(start, pattern)) {
                sheet.places(found, World.Use.READ).stream()
                        .filter(place -> place.is(Standing.SECRET))
                        .filter(place ->
                                place.zone() != Zone.WORKSPACE && place.zone() != Zone.SCRATCH)
                        .forEach(place -> sheet.must(new Effect.Read(place, pattern.span())));
            }
        }
    }

    /// An ending that many files have and that means a secret nowhere by itself: `*.json`, not `*.pem`.
    private boolean isCommonEnding(Arg pattern) {
        String text = pattern.text().orElse("");
        if (!text.startsWith("*.") || beginning(text.substring(1)) < text.length() - 1) {
            return false;
        }
        Arg anywhere = Arg.exact("/any/file" + text.substring(1), pattern.span());
        return sheet.places(anywhere, World.Use.READ).stream()
                .noneMatch(place -> place.is(Standing.SECRET));
    }

    /// How many characters stand before the first active one.
    private static int beginning(String pattern) {
        int at = 0;
        while (at < pattern.length() && "*?[\\".indexOf(pattern.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /// `-name '.env*'`: any directory could hold it, so that it is looked for as if right below the start.
    private void seekPattern(Arg pattern, String text) {
        for (Arg start : starts) {
            String from = start.text().orElse("");
            Arg glob =
                    pattern.with(new Value.Glob((from.endsWith("/") ? from : from + "/") + text));
            sheet.places(glob, World.Use.READ).stream()
                    .filter(place -> place.is(Standing.SECRET))
                    .filter(place -> place.zone() != Zone.WORKSPACE && place.zone() != Zone.SCRATCH)
                    .forEach(place -> sheet.must(new Effect.Read(place, pattern.span())));
        }
    }

    private Arg next() {
        return at < args.size() ? args.get(at++) : Arg.exact("", sheet.span());
    }

    private Data names() {
        Data data = Data.NONE;
        for (Arg start : starts) {
            data = data.with(Data.of(new Source.Names(sheet.place(start, World.Use.READ))));
        }
        return data;
    }

    private void delete(Arg arg) {
        for (Arg start : starts) {
            if (!now.some) {
                sheet.delete(
                        new Arg(start.value(), start.data(), start.splits(), arg.span()), true);
            } else {
                for (Arg found : found(start, arg)) {
                    for (Place place : sheet.places(found, World.Use.DELETE)) {
                        sheet.must(
                                new Effect.Delete(
                                        now.empty ? nothingIn(place) : place, false, arg.span()));
                    }
                }
            }
        }
    }

    private static Place nothingIn(Place place) {
        PathFacts facts = place.facts();
        return new Place(
                place.path(),
                place.written(),
                place.sure(),
                place.zone(),
                Set.of(),
                new PathFacts(
                        facts.existence(),
                        facts.kind(),
                        PathFacts.Saved.NOTHING,
                        facts.ownWork(),
                        facts.realPath(),
                        facts.entries(),
                        facts.rights(),
                        facts.source()));
    }

    /// The words that `{}` may be.
    private List<Arg> found(Arg start, Arg at) {
        String from =
                start.value() instanceof Value.Exact(var text) ? text : start.value().prefix();
        String prefix = from.isEmpty() || from.endsWith("/") ? from : from + "/";
        String why = "what find finds in `" + (from.isEmpty() ? Sheet.why(start) : from) + "`";
        var words = new ArrayList<Arg>();
        if (!now.some && start.text().isPresent()) {
            words.add(new Arg(start.value(), names(), false, at.span()));
            return words;
        }
        for (String end : now.ends.isEmpty() ? List.of("") : now.ends) {
            words.add(new Arg(new Value.Partial(prefix, end, why), names(), false, at.span()));
        }
        return words;
    }

    /// `-exec WORDS ;` or `-exec WORDS {} +`.
    private void exec() {
        var words = new ArrayList<Arg>();
        while (at < args.size()) {
            Arg arg = args.get(at++);
            if (arg.is(";") || arg.is("+") && !words.isEmpty() && words.getLast().is("{}")) {
                break;
            }
            words.add(arg);
        }
        for (Arg start : starts) {
            for (Arg found :
                    found(
                            start,
                            words.isEmpty() ? Arg.exact("", sheet.span()) : words.getFirst())) {
                sheet.command(words.stream().map(word -> filled(word, found)).toList());
            }
        }
    }

    /// A word with `{}` in it replaced.
    static Arg filled(Arg word, Arg found) {
        String text = word.text().orElse("");
        int hole = text.indexOf("{}");
        if (hole < 0) {
            return word;
        }
        if (text.equals("{}")) {
            return new Arg(found.value(), found.data(), false, word.span());
        }
        String before = text.substring(0, hole);
        String after = text.substring(text.lastIndexOf("{}") + 2);
        Value value =
                found.value() instanceof Value.Partial(var prefix, var suffix, var why)
                        ? new Value.Partial(before + prefix, suffix + after, why)
                        : new Value.Partial(before, after, Sheet.why(found));
        return new Arg(value, found.data(), false, word.span());
    }
}
