package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.Value;

/// Places as PowerShell writes them, in the way that other systems do.
///
/// Source: PowerShell 7.4, about_Path_Syntax; Windows Subsystem for Linux, wslpath(1).
final class WindowsPaths {
    private WindowsPaths() {}

    /// The same place: `C:\\a` lies under `/mnt/c`, a backslash parts names, `~` is the home.
    static Thing place(Thing thing, String home) {
        if (thing.value() instanceof Value.Glob) {
            return thing;
        }
        return switch (thing.asText()) {
            case Value.Exact(var text) -> {
                String plain = homed(text, home);
                boolean pattern = plain.indexOf('*') >= 0 || plain.indexOf('?') >= 0;
                Value value = pattern ? new Value.Glob(plain) : Value.exact(plain);
                yield Thing.of("path", value, thing.data());
            }
            case Value.OneOf(var texts) -> {
                var plain = texts.stream().map(text -> homed(text, home)).distinct().toList();
                Value value =
                        plain.size() > 1 ? new Value.OneOf(plain) : Value.exact(plain.getFirst());
                yield Thing.of("path", value, thing.data());
            }
            case Value.Partial(var prefix, var suffix, var why) ->
                    Thing.of(
                            "path",
                            new Value.Partial(homed(prefix, home), suffix.replace('\\', '/'), why),
                            thing.data());
            case Value.Glob _ -> thing;
        };
    }

    private static String homed(String text, String home) {
        String plain = unslashed(text);
        return plain.equals("~") || plain.startsWith("~/") ? home + plain.substring(1) : plain;
    }

    static String unslashed(String text) {
        String plain = text.replace('\\', '/');
        boolean drive =
                plain.length() > 1 && plain.charAt(1) == ':' && Character.isLetter(plain.charAt(0));
        return drive
                ? "/mnt/"
                        + Character.toLowerCase(plain.charAt(0))
                        + (plain.startsWith("/", 2) ? "" : "/")
                        + plain.substring(2)
                : plain;
    }

    /// The program of a path: by its name alone where Windows and its installers put programs.
    static String program(String written) {
        String plain = unslashed(written);
        String lower = plain.toLowerCase(java.util.Locale.ROOT);
        boolean installed =
                lower.startsWith("/mnt/c/program files") || lower.startsWith("/mnt/c/windows/");
        String name = installed ? plain.substring(plain.lastIndexOf('/') + 1) : plain;
        return lower.endsWith(".exe") ? name.substring(0, name.length() - 4) : name;
    }
}
