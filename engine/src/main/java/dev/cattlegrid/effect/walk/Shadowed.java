package dev.cattlegrid.effect.walk;

import java.util.List;
import java.util.stream.Stream;

/// Modules of Python's own library that a file beside a script would take the place of: the script's directory is looked
/// through first.
///
/// Source: Python 3.13, *The initialization of the sys.path module search path*; the names that scripts import most.
final class Shadowed {
    private static final List<String> LIBRARY =
            List.of(
                    ("abc argparse array ast asyncio base64 bisect calendar cgi cmd code codecs "
                                    + "collections concurrent configparser contextlib copy csv ctypes dataclasses datetime "
                                    + "decimal difflib email enum errno fnmatch fractions functools getpass gettext glob "
                                    + "gzip hashlib heapq hmac html http importlib inspect io ipaddress itertools json "
                                    + "keyword linecache locale logging math mimetypes multiprocessing numbers operator os "
                                    + "pathlib pickle platform pprint queue random re secrets select shlex shutil signal "
                                    + "site sitecustomize socket sqlite3 ssl stat statistics string struct subprocess sys "
                                    + "tarfile tempfile textwrap threading time timeit token tokenize traceback types "
                                    + "typing unittest urllib usercustomize uuid warnings weakref xml zipfile zlib requests "
                                    + "numpy yaml six pytest")
                            .split(" "));

    private Shadowed() {}

    /// The files beside a script that would be imported instead of such a module.
    static Stream<String> beside(String script, String language) {
        return language.startsWith("python")
                ? LIBRARY.stream()
                        .map(name ->
                                script.substring(0, script.lastIndexOf('/') + 1) + name + ".py")
                        .filter(path -> !path.equals(script))
                : Stream.empty();
    }
}
