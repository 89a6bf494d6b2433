package dev.cattlegrid.effect.program;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Options that have no row in the card of a generated client, told by their names: such clients have thousands, and
/// name those that read or write a file alike.
///
/// What a name does not say is at most a read of a file that the value names.
///
/// @see <a href="https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters-file.html">`file://`</a>
/// @see <a href="https://learn.microsoft.com/cli/azure/use-azure-cli-successfully">`@FILE`</a>
final class ByName {
    private static final Set<String> READS =
            Set.of(
                    "file",
                    "files",
                    "body",
                    "src",
                    "source",
                    "sources",
                    "template",
                    "config",
                    "manifest",
                    "path",
                    "input",
                    "zip",
                    "key",
                    "cert",
                    "certificate",
                    "script",
                    "data",
                    "payload");

    private static final Set<String> WRITES =
            Set.of(
                    "output",
                    "out",
                    "outfile",
                    "outdir",
                    "dest",
                    "destination",
                    "download",
                    "save",
                    "export");

    private static final Set<String> FILES =
            Set.of("file", "files", "dir", "directory", "path", "folder", "outfile", "outdir");

    private ByName() {}

    /// @param value what stands behind it, if anything does: its value, or the next operand
    record Given(String name, Optional<Arg> value) {
        static Given of(String text, List<Arg> args, int at) {
            Arg arg = args.get(at);
            int equals = text.indexOf('=');
            if (equals >= 0) {
                return new Given(text.substring(0, equals), Optional.of(arg.after(equals + 1)));
            }
            boolean next = at + 1 < args.size() && !args.get(at + 1).mayBeOption();
            return new Given(text, next ? Optional.of(args.get(at + 1)) : Optional.empty());
        }
    }

    static void tell(Given option, Teller teller) {
        if (option.value().isEmpty()) {
            return;
        }
        Arg value = option.value().get();
        String text = value.value().prefix();
        if (text.startsWith("fileb://") || text.startsWith("file://")) {
            teller.reads(value.after(text.indexOf(':') + 3));
        } else if (text.startsWith("@") && text.length() > 1) {
            teller.reads(value.after(1));
        } else if (!text.contains("://") && !text.isEmpty()) {
            told(words(option.name()), value, teller);
        }
    }

    private static void told(List<String> words, Arg value, Teller teller) {
        boolean file = words.stream().anyMatch(FILES::contains);
        boolean out = words.stream().anyMatch(WRITES::contains);
        if (file && out || out && words.size() == 1 && looksLikePath(value)) {
            teller.writes(value);
        } else if (file || words.stream().anyMatch(READS::contains) && looksLikePath(value)) {
            teller.reads(value);
        }
    }

    private static boolean looksLikePath(Arg value) {
        String text = value.value().prefix();
        return value.text().isEmpty()
                || text.startsWith(".")
                || text.startsWith("/")
                || text.startsWith("~")
                || text.indexOf('/') > 0
                || hasSuffix(text);
    }

    /// `policy.json`, but not `v1.2` or `example.`.
    private static boolean hasSuffix(String text) {
        int dot = text.lastIndexOf('.');
        int length = text.length() - dot - 1;
        return dot > 0
                && length >= 2
                && length <= 5
                && text.chars().skip(dot + 1).allMatch(Character::isLetter);
    }

    private static List<String> words(String name) {
        return List.of(name.toLowerCase(Locale.ROOT).replace('-', ' ').strip().split(" "));
    }
}
