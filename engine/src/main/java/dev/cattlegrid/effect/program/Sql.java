package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Effect.Remote.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads SQL, and the commands of the clients around it, for what it would change.
///
/// @see <a href="https://www.postgresql.org/docs/17/sql-commands.html">PostgreSQL 17, SQL commands</a>
/// @see <a href="https://www.sqlite.org/cli.html">sqlite3, dot-commands</a>
public final class Sql {
    private final String text;
    private int at;

    private Sql(String text) {
        this.text = text;
    }

    /// One statement.
    ///
    /// @param operation its verb: `SELECT`, `DROP TABLE`
    /// @param shell a command for the shell that it starts; empty: none
    /// @param file a file that it writes; empty: none
    public record Statement(String operation, Change change, String shell, String file) {
        /// Whether it changes who may do what, or what the server itself does.
        boolean changesRights() {
            return switch (operation) {
                case "GRANT", "REVOKE", "ALTER ROLE", "ALTER USER", "ALTER SYSTEM" -> true;
                case "SET" -> change == Change.CHANGE;
                default -> false;
            };
        }

        /// What becomes of it where nothing may be changed.
        public Statement refused() {
            Change left =
                    switch (change) {
                        case CHANGE, DESTROY, PUBLISH -> Change.READ;
                        case READ, READ_SECRET, UNKNOWN -> change;
                    };
            return new Statement(operation, left, shell, file);
        }

        static Statement of(String operation, Change change) {
            return new Statement(operation, change, "", "");
        }
    }

    /// The statements of a text, in their order.
    public static List<Statement> statements(String text) {
        List<Statement> statements = new ArrayList<>();
        var reader = new Sql(text);
        while (reader.at < text.length()) {
            reader.next(statements);
        }
        return statements;
    }

    private void next(List<Statement> statements) {
        skipBlanks();
        if (at >= text.length()) {
            return;
        }
        char c = text.charAt(at);
        if (c == '.' || c == '\\') {
            statements.add(clientCommand(line()));
            return;
        }
        List<String> words = words();
        if (!words.isEmpty()) {
            statements.add(statement(words));
        }
    }

    private void skipBlanks() {
        while (at < text.length()
                && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ';')) {
            at++;
        }
    }

    private String line() {
        int end = text.indexOf('\n', at);
        String line = text.substring(at, end < 0 ? text.length() : end).strip();
        at = end < 0 ? text.length() : end;
        return line;
    }

    /// The statement's words in capitals, up to its `;`; strings are `'`, brackets and signs stand alone.
    private List<String> words() {
        List<String> words = new ArrayList<>();
        while (at < text.length() && text.charAt(at) != ';') {
            char c = text.charAt(at);
            if (text.startsWith("--", at)) {
                line();
            } else if (text.startsWith("/*", at) && !text.startsWith("/*!", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else if (c == '\'' || c == '"' || c == '`') {
                quoted(c);
                words.add(c == '\'' ? "'" : "name");
            } else if (c == '$' && dollarQuoted()) {
                words.add("'");
            } else if (isWord(c)) {
                int start = at;
                while (at < text.length() && isWord(text.charAt(at))) {
                    at++;
                }
                words.add(text.substring(start, at).toUpperCase(Locale.ROOT));
            } else {
                if (!Character.isWhitespace(c)) {
                    words.add(String.valueOf(c));
                }
                at++;
            }
        }
        return words;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private void quoted(char quote) {
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' && quote == '\'' ? 2 : 1;
        }
        at = Math.min(at + 1, text.length());
    }

    private boolean dollarQuoted() {
        int second = text.indexOf('$', at + 1);
        if (second < 0 || !text.substring(at + 1, second).chars().allMatch(c -> isWord((char) c))) {
            return false;
        }
        String tag = text.substring(at, second + 1);
        int end = text.indexOf(tag, second + 1);
        at = end < 0 ? text.length() : end + tag.length();
        return true;
    }

    /// The tables in which databases keep the hashes of passwords.
    private static final Set<String> PASSWORDS =
            Set.of(
                    "PG_SHADOW",
                    "PG_AUTHID",
                    "AUTHENTICATION_STRING",
                    "ROLPASSWORD",
                    "PASSWD_HASH",
                    "SQL_LOGINS",
                    "SYSLOGINS",
                    "DBA_USERS");

    private static boolean readsPasswords(List<String> words) {
        return words.stream().anyMatch(PASSWORDS::contains);
    }

    private static Statement statement(List<String> words) {
        String first = words.getFirst();
        String two = words.size() > 1 ? first + " " + words.get(1) : first;
        if (reachesOut(words)) {
            return Statement.of(first, Change.UNKNOWN);
        }
        return switch (first) {
            case "COPY" -> Statement.of(first, copied(words));
            case "ATTACH" ->
                    Statement.of(first, words.contains("READ_ONLY") ? Change.READ : Change.UNKNOWN);
            case "EXEC", "EXECUTE" ->
                    Statement.of(two, isSystemReport(words) ? Change.READ : Change.UNKNOWN);
            case "LIST",
                    "SUMMARIZE",
                    "EXISTS",
                    "CHECK",
                    "HELP",
                    "PRINT",
                    "DECLARE",
                    "FETCH",
                    "CLOSE" ->
                    Statement.of(first, Change.READ);
            case "CONSISTENCY",
                    "TRACING",
                    "EXPAND",
                    "PAGING",
                    "LOGIN",
                    "DISCARD",
                    "RESET",
                    "STATUS",
                    "GO",
                    "ABORT" ->
                    Statement.of(first, Change.READ);
            case "SAVEPOINT", "RELEASE", "PREPARE", "DEALLOCATE", "LISTEN", "UNLISTEN", "IF" ->
                    Statement.of(first, first.equals("IF") ? Change.UNKNOWN : Change.READ);
            case "SELECT", "VALUES", "TABLE", "FROM" ->
                    Statement.of(
                            first,
                            words.contains("INTO")
                                    ? Change.CHANGE
                                    : readsPasswords(words) ? Change.READ_SECRET : Change.READ);
            case "WITH" -> Statement.of(first, insideWith(words));
            case "SHOW", "DESCRIBE", "DESC", "USE", "BEGIN", "START", "COMMIT", "END", "ROLLBACK" ->
                    Statement.of(first, Change.READ);
            case "SET" ->
                    Statement.of(first, words.contains("GLOBAL") ? Change.CHANGE : Change.READ);
            case "PRAGMA" -> Statement.of(first, words.contains("=") ? Change.CHANGE : Change.READ);
            case "EXPLAIN" -> explained(words);
            case "INSERT",
                    "CREATE",
                    "REPLACE",
                    "MERGE",
                    "UPSERT",
                    "COMMENT",
                    "VACUUM",
                    "ANALYZE",
                    "REINDEX",
                    "OPTIMIZE",
                    "REFRESH",
                    "LOCK",
                    "DETACH",
                    "BATCH",
                    "CLUSTER",
                    "NOTIFY",
                    "SECURITY",
                    "UNDROP",
                    "BULK",
                    "IMPORT",
                    "EXPORT" ->
                    Statement.of(two, replaces(words) ? Change.DESTROY : Change.CHANGE);
            case "GRANT", "REVOKE" -> Statement.of(first, Change.CHANGE);
            case "ALTER", "RENAME" ->
                    Statement.of(two, words.contains("DROP") ? Change.DESTROY : Change.CHANGE);
            case "UPDATE", "DELETE" ->
                    Statement.of(first, isBounded(words) ? Change.CHANGE : Change.DESTROY);
            case "KILL", "FLUSH", "SYSTEM", "SHUTDOWN" -> Statement.of(two, Change.DESTROY);
            case "DROP", "TRUNCATE", "PURGE" -> Statement.of(two, Change.DESTROY);
            default -> Statement.of(first, Change.UNKNOWN);
        };
    }

    /// `COPY t TO STDOUT` reads, `COPY t FROM STDIN` changes; a file lies on the server, or here, as the client has it.
    private static Change copied(List<String> words) {
        if (words.contains("STDOUT")) {
            return Change.READ;
        }
        return words.contains("FROM") ? Change.CHANGE : Change.UNKNOWN;
    }

    /// `EXEC sp_help`, `sp_who`, `sp_columns`: procedures of the server that only report.
    private static boolean isSystemReport(List<String> words) {
        return words.size() > 1
                && List.of(
                                "SP_HELP",
                                "SP_HELPTEXT",
                                "SP_HELPDB",
                                "SP_HELPINDEX",
                                "SP_WHO",
                                "SP_WHO2",
                                "SP_COLUMNS",
                                "SP_TABLES",
                                "SP_DATABASES",
                                "SP_SPACEUSED",
                                "SP_LOCK",
                                "SP_DEPENDS",
                                "SP_STORED_PROCEDURES")
                        .contains(words.get(1));
    }

    private static boolean replaces(List<String> words) {
        return words.getFirst().equals("CREATE")
                && words.contains("REPLACE")
                && words.contains("TABLE");
    }

    /// What leaves the database: files, programs, other servers, other sessions.
    private static boolean reachesOut(List<String> words) {
        for (String word : words) {
            switch (word) {
                case "OUTFILE",
                        "DUMPFILE",
                        "LOAD_FILE",
                        "LOAD_EXTENSION",
                        "PROGRAM",
                        "XP_CMDSHELL",
                        "PG_READ_FILE",
                        "PG_READ_BINARY_FILE",
                        "PG_LS_DIR",
                        "PG_TERMINATE_BACKEND",
                        "PG_CANCEL_BACKEND",
                        "PG_RELOAD_CONF",
                        "PG_SWITCH_WAL",
                        "PG_PROMOTE",
                        "PG_DROP_REPLICATION_SLOT",
                        "PG_STAT_RESET",
                        "PG_EXECUTE_SERVER_PROGRAM",
                        "LO_UNLINK",
                        "LO_PUT",
                        "SETVAL",
                        "OPENROWSET",
                        "OPENDATASOURCE",
                        "OPENQUERY",
                        "SP_OACREATE",
                        "SP_CONFIGURE",
                        "INFILE",
                        "LO_IMPORT",
                        "LO_EXPORT",
                        "DBLINK",
                        "DBLINK_EXEC",
                        "WRITEFILE",
                        "READFILE",
                        "EDIT",
                        "SYS_EXEC",
                        "SYS_EVAL" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    private static Change insideWith(List<String> words) {
        boolean changes =
                words.contains("INSERT")
                        || words.contains("UPDATE")
                        || words.contains("DELETE")
                        || words.contains("MERGE");
        if (!changes) {
            return Change.READ;
        }
        return isBounded(words) || !words.contains("UPDATE") && !words.contains("DELETE")
                ? Change.CHANGE
                : Change.DESTROY;
    }

    private static Statement explained(List<String> words) {
        boolean runs = words.contains("ANALYZE") || words.contains("ANALYSE");
        for (int i = 1; runs && i < words.size(); i++) {
            if (List.of("SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "MERGE")
                    .contains(words.get(i))) {
                return statement(words.subList(i, words.size()));
            }
        }
        return Statement.of("EXPLAIN", Change.READ);
    }

    /// Whether `WHERE` picks rows: `WHERE 1 = 1` and `WHERE TRUE` do not.
    private static boolean isBounded(List<String> words) {
        int where = words.lastIndexOf("WHERE");
        if (where < 0) {
            return words.contains("LIMIT");
        }
        List<String> rest = words.subList(where + 1, words.size());
        if (rest.isEmpty() || rest.equals(List.of("TRUE")) || rest.equals(List.of("1"))) {
            return false;
        }
        return !(rest.size() == 3 && rest.get(1).equals("=") && rest.get(0).equals(rest.get(2)));
    }

    /// `.tables` of sqlite3, `\d` of psql, `\! ls` of both.
    private static Statement clientCommand(String line) {
        int blank = line.indexOf(' ');
        String verb = blank < 0 ? line : line.substring(0, blank);
        String rest = blank < 0 ? "" : line.substring(blank + 1).strip();
        if (line.startsWith("\\!")) {
            return new Statement("\\!", Change.READ, line.substring(2).strip(), "");
        }
        if (verb.equals("\\copy")) {
            return copied(rest);
        }
        return switch (verb) {
            case ".shell", ".system" -> new Statement(verb, Change.READ, rest, "");
            case ".output", ".once", ".backup", ".save", ".clone", ".log", ".trace", "\\o", "\\w" ->
                    rest.startsWith("|")
                            ? new Statement(verb, Change.READ, rest.substring(1), "")
                            : new Statement(verb, Change.READ, "", lastWord(rest));
            case ".tables",
                    ".table",
                    ".schema",
                    ".indexes",
                    ".indices",
                    ".databases",
                    ".dump",
                    ".fullschema",
                    ".mode",
                    ".header",
                    ".headers",
                    ".separator",
                    ".width",
                    ".timeout",
                    ".nullvalue",
                    ".show",
                    ".stats",
                    ".timer",
                    ".print",
                    ".echo",
                    ".bail",
                    ".changes",
                    ".eqp",
                    ".explain",
                    ".dbinfo",
                    ".lint",
                    ".quit",
                    ".exit",
                    ".vfsinfo",
                    ".vfslist",
                    ".progress",
                    ".prompt",
                    ".binary",
                    ".maxrows",
                    ".maxwidth",
                    ".columns",
                    ".rows",
                    ".highlight",
                    ".parameter",
                    ".expert",
                    ".sha3sum",
                    ".selftest",
                    ".limit",
                    ".filectrl",
                    ".connection",
                    ".version",
                    ".help" ->
                    Statement.of(verb, Change.READ);
            default ->
                    verb.startsWith("\\") && isListing(verb)
                            ? Statement.of(verb, Change.READ)
                            : Statement.of(verb, Change.UNKNOWN);
        };
    }

    /// `\\copy t to 'out.csv' csv`, `\\copy t from program 'gzip -dc x'`
    private static Statement copied(String rest) {
        List<String> words = new Sql(rest).words();
        boolean from = words.contains("FROM");
        if (words.contains("PROGRAM")) {
            return Statement.of("\\copy", Change.UNKNOWN);
        }
        int quote = rest.lastIndexOf(from ? " from " : " to ");
        String tail = quote < 0 ? "" : rest.substring(quote + (from ? 6 : 4)).strip();
        String file =
                tail.startsWith("'") && tail.indexOf('\'', 1) > 0
                        ? tail.substring(1, tail.indexOf('\'', 1))
                        : tail.split(" ", 2)[0];
        if (from) {
            return Statement.of("\\copy", Change.CHANGE);
        }
        boolean known = quote >= 0 && !file.isEmpty();
        return new Statement("\\copy", known ? Change.READ : Change.UNKNOWN, "", file);
    }

    private static String lastWord(String text) {
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    private static boolean isListing(String verb) {
        return verb.startsWith("\\d")
                || List.of(
                                "\\l",
                                "\\l+",
                                "\\x",
                                "\\q",
                                "\\c",
                                "\\z",
                                "\\sf",
                                "\\sv",
                                "\\conninfo",
                                "\\timing",
                                "\\pset",
                                "\\t",
                                "\\a",
                                "\\echo",
                                "\\encoding",
                                "\\?",
                                "\\h",
                                "\\G",
                                "\\g",
                                "\\s",
                                "\\u")
                        .contains(verb);
    }
}
