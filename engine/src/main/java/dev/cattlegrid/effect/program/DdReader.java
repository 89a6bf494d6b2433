package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Effect.Write.Manner;
import dev.cattlegrid.effect.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads dd, whose words are all `name=value`: what is read from, and what is written over.
///
/// Source: dd(1), coreutils 9.4; dd(1) of FreeBSD 14; dcfldd(1).
final class DdReader {
    private static final Set<String> PLAIN =
            Set.of(
                    "bs",
                    "cbs",
                    "conv",
                    "count",
                    "ibs",
                    "iflag",
                    "obs",
                    "oflag",
                    "seek",
                    "skip",
                    "status",
                    "iseek",
                    "oseek",
                    "files",
                    "fillchar",
                    "msgfmt",
                    "speed",
                    "hash",
                    "hashwindow",
                    "hashconv",
                    "hashformat",
                    "totalhashformat",
                    "statusinterval",
                    "sizeprobe",
                    "pattern",
                    "textpattern",
                    "split",
                    "splitformat",
                    "diffwr",
                    "statusgran");

    private static final Set<String> ENDLESS =
            Set.of("/dev/zero", "/dev/urandom", "/dev/random", "/dev/full");

    private DdReader() {}

    static Outcome read(Invocation call, Opener opener) {
        var sheet = new Sheet(call, opener);
        Data data = call.stdin();
        Optional<Arg> output = Optional.empty();
        boolean keeps = false;
        for (Arg word : call.args()) {
            String text = word.value().prefix();
            if (text.equals("--help") || text.equals("--version") || text.equals("--")) {
                continue;
            }
            int equals = text.indexOf('=');
            if (equals < 0) {
                if (word.text().isPresent()) {
                    sheet.strange(text, word);
                } else {
                    sheet.unknown(word, Bound.ANYTHING);
                }
                continue;
            }
            String name = text.substring(0, equals);
            Arg value = word.after(equals + 1);
            switch (name) {
                case "if", "vf" -> data = sheet.read(value);
                case "of",
                        "hashlog",
                        "md5log",
                        "sha1log",
                        "sha256log",
                        "sha512log",
                        "errlog",
                        "verifylog" ->
                        output = name.equals("of") ? Optional.of(value) : log(value, sheet, output);
                default -> {
                    if (!PLAIN.contains(name)) {
                        sheet.strange(name, word);
                    }
                }
            }
            keeps = keeps || name.equals("conv") && value.value().prefix().contains("notrunc");
        }
        if (output.isEmpty()) {
            return sheet.output(data).done();
        }
        if (isEndless(data) && writesOn(call.args())) {
            sheet.must(
                    new Effect.Administer(
                            "space",
                            "dd without an end",
                            Words.shown(output.get()),
                            Effect.Administer.Gravity.DESTROY,
                            sheet.span()));
        }
        return sheet.write(output.get(), keeps ? Manner.EDIT : Manner.CREATE, data).done();
    }

    /// Whether a device is read that always has more.
    private static boolean isEndless(Data data) {
        return data.sources().stream()
                .anyMatch(source ->
                        source instanceof Source.File(var place) && ENDLESS.contains(place.path()));
    }

    /// Whether nothing says where to stop.
    private static boolean writesOn(List<Arg> words) {
        return words.stream()
                .map(word -> word.value().prefix())
                .noneMatch(word -> word.startsWith("count=") || word.startsWith("iflag="));
    }

    private static Optional<Arg> log(Arg file, Sheet sheet, Optional<Arg> output) {
        sheet.create(file, Data.NONE);
        return output;
    }
}
