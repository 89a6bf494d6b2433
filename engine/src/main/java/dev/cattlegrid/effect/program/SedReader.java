package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Bound.Kind;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Options.Item;
import dev.cattlegrid.effect.world.World;
import java.util.ArrayList;
import java.util.List;

/// Reads sed: its files, whether they are changed in place, and what its script reads, writes and runs.
///
/// Source: sed(1) and the info manual of GNU sed 4.9; sed(1) of macOS for `-i ''`.
final class SedReader {
    private static final Options OPTIONS =
            Options.of(
                    """
                    -n,--quiet,--silent --debug -e=,--expression= -f=,--file= --follow-symlinks -i?,--in-place?
                    -l=,--line-length= --posix -E,-r,--regexp-extended -s,--separate --sandbox -u,--unbuffered
                    -z,--null-data,--zero-terminated --help --version -a
                    """);

    private final Sheet sheet;
    private final List<Arg> scripts = new ArrayList<>();
    private final List<Arg> files = new ArrayList<>();
    private Data written = Data.NONE;

    private SedReader(Sheet sheet) {
        this.sheet = sheet;
    }

    static Outcome read(Invocation call, Opener opener) {
        return new SedReader(new Sheet(call, opener)).read(call);
    }

    private Outcome read(Invocation call) {
        boolean inPlace = false;
        boolean given = false;
        boolean sandbox = false;
        for (Item item : OPTIONS.scan(call.args())) {
            switch (item) {
                case Item.Operand(var arg, _) -> files.add(arg);
                case Item.Loose(var arg) -> files.add(arg);
                case Item.Strange(var name, var arg) -> sheet.strange(name, arg);
                case Item.Option option -> {
                    switch (option.name()) {
                        case "-e" -> {
                            scripts.add(option.given());
                            given = true;
                        }
                        case "-f" -> {
                            file(option.given());
                            given = true;
                        }
                        case "-i" -> inPlace = true;
                        case "--sandbox" -> sandbox = true;
                        case "--help", "--version" -> {
                            return sheet.done();
                        }
                        default -> {}
                    }
                }
            }
        }
        boolean mac = inPlace && !files.isEmpty() && files.getFirst().is("");
        if (mac) {
            files.removeFirst();
        }
        if (!given && !files.isEmpty()) {
            scripts.add(files.removeFirst());
        }
        Data input = files.isEmpty() ? call.stdin() : Data.NONE;
        for (Arg file : files) {
            input = input.with(sheet.read(file));
        }
        written = input.changed();
        if (!sandbox) {
            scripts.forEach(this::script);
        }
        if (inPlace) {
            files.forEach(file -> sheet.edit(file, written.with(Data.spelled("s").changed())));
        } else {
            sheet.output(input.changed());
        }
        return sheet.done();
    }

    private void file(Arg arg) {
        sheet.read(arg);
        var place = sheet.place(arg, World.Use.RUN);
        if (place.isExact()
                && sheet.call().world().content(place.path())
                        instanceof World.Content.Text(var text, _)) {
            scripts.add(arg.with(Value.exact(text)));
        } else {
            sheet.unread("the sed script `" + place.written() + "`", arg.span());
        }
    }

    private void script(Arg arg) {
        if (arg.text().isEmpty()) {
            sheet.unknown(arg, Sheet.bound(Kind.READ, Kind.WRITE, Kind.RUN));
            return;
        }
        SedScript script = SedScript.of(arg.text().get());
        script.problem()
                .ifPresent(problem ->
                        sheet.unknown(new Gap.Unparsed(problem), Bound.ANYTHING, arg.span()));
        for (SedScript.Touch touch : script.touches()) {
            Arg named = arg.with(Value.exact(touch.text()));
            switch (touch.kind()) {
                case READS -> written = written.with(sheet.read(named));
                case WRITES -> sheet.create(named, written);
                case RUNS -> sheet.script(named);
                case RUNS_INPUT ->
                        sheet.unknown(
                                new Gap.UnknownValue("sed runs the lines that it reads"),
                                Bound.ANYTHING,
                                arg.span());
            }
        }
    }
}
