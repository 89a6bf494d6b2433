package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Effect.Remote.Change;
import dev.cattlegrid.effect.program.Sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads what is handed to mongosh, by the methods that it calls; anything else in it is JavaScript that is not read.
///
/// @see <a href="https://www.mongodb.com/docs/manual/reference/method/">mongosh methods</a>
final class Mongo {
    private static final Set<String> READS =
            Set.of(
                    """
                    find findone count countdocuments estimateddocumentcount distinct aggregate explain getindexes stats datasize
                    storagesize totalsize totalindexsize validate latencystats getshardversion
                    getshards getcollection getcollectionnames getcollectioninfos getdb getdbs getdbnames
                    getmongo getname getreplicationinfo getprofilingstatus getprofilinglevel serverstatus
                    serverbuildinfo ping buildinfo dbstats collstats connectionstatus replsetgetstatus usersinfo rolesinfo hostinfo hello ismaster version currentop listcommands getuser getusers
                    getrole getroles getsiblingdb status conf config printreplicationinfo printshardingstatus
                    printsecondaryreplicationinfo sort limit skip project pretty toarray foreach map next hasnext
                    itcount size batchsize hint maxtimems readpref readconcern projection filter match tojson
                    printjson print log stringify objectid isodate date numberlong numberint numberdecimal
                    uuid bindata timestamp regexp length slice keys entries values join push includes
                    listdatabases getlogcomponents gettime tostring ejson parse watch help
                    """
                            .split("\\s+"));

    private static final Set<String> CHANGES =
            Set.of(
                    """
                    insert insertone insertmany save update updateone replaceone findandmodify findoneandupdate
                    findoneandreplace deleteone findoneanddelete bulkwrite createindex createindexes ensureindex
                    createcollection createview createuser createrole grantrolestouser grantprivilegestorole
                    updateuser changeuserpassword renamecollection reindex compact initiate add addarb
                    reconfig stepdown freeze enablesharding shardcollection addshard setprofilinglevel
                    adduser auth updaterole hideindex unhideindex collmod
                    """
                            .split("\\s+"));

    private static final Set<String> DESTROYS =
            Set.of(
                    """
                    drop dropdatabase dropindex dropindexes dropuser dropallusers droprole dropallroles removeuser
                    shutdownserver killop fsynclock removeshard revokerolesfromuser clean
                    """
                            .split("\\s+"));

    /// Those that take away all that a filter does not leave out.
    private static final Set<String> BY_FILTER = Set.of("deletemany", "remove", "updatemany");

    private final String text;
    private final List<Statement> statements = new ArrayList<>();
    private int at;

    private Mongo(String text) {
        this.text = text;
    }

    static List<Statement> statements(String text) {
        var reader = new Mongo(text.strip());
        reader.read();
        return reader.statements;
    }

    private void read() {
        String first = word(0).toLowerCase(Locale.ROOT);
        if (first.equals("show")
                || first.equals("use")
                || first.equals("it")
                || first.equals("help")) {
            int end = text.indexOf('\n');
            at = end < 0 ? text.length() : end;
            add(first, Change.READ);
        }
        while (at < text.length()) {
            step();
        }
        if (statements.isEmpty()) {
            add("statements", isPath() ? Change.READ : Change.UNKNOWN);
        }
    }

    /// `db.version`, `db`, `1`: nothing is called.
    private boolean isPath() {
        return text.chars()
                .allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == ';');
    }

    private void step() {
        char c = text.charAt(at);
        if (c == '\'' || c == '"' || c == '`') {
            quoted(c);
        } else if (Character.isLetter(c) || c == '_' || c == '$') {
            String word = word(at);
            at += word.length();
            if (at < text.length() && text.charAt(at) == '(') {
                call(word.toLowerCase(Locale.ROOT));
            } else if (Set.of("eval", "Function", "process", "require", "import", "fs", "load")
                    .contains(word)) {
                add(word, Change.UNKNOWN);
            }
        } else {
            if (c == '[' && at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
                int end = text.indexOf(']', at);
                if (end > 0 && text.startsWith("](", end)) {
                    add("a method by its name", Change.UNKNOWN);
                }
            }
            at++;
        }
    }

    private void quoted(char quote) {
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            if (quote == '`' && text.startsWith("${", at)) {
                add("a template", Change.UNKNOWN);
            }
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at + 1, text.length());
    }

    private String word(int from) {
        int end = from;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end))
                        || text.charAt(end) == '_'
                        || text.charAt(end) == '$')) {
            end++;
        }
        return text.substring(from, end);
    }

    /// `{ping: 1}`: the command that is handed to `runCommand`.
    private String commandInside() {
        int from = at + 1;
        while (from < text.length() && " \n\t{'\"(".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        return word(from).toLowerCase(Locale.ROOT);
    }

    private void call(String name) {
        boolean command = name.equals("runcommand") || name.equals("admincommand");
        method(command ? commandInside() : name);
    }

    private void method(String name) {
        if (BY_FILTER.contains(name)) {
            String rest = text.substring(at + 1).stripLeading();
            boolean all = rest.startsWith(")") || rest.replace(" ", "").startsWith("{}");
            add(name, all ? Change.DESTROY : Change.CHANGE);
        } else if (DESTROYS.contains(name)) {
            add(name, Change.DESTROY);
        } else if (CHANGES.contains(name)) {
            add(name, Change.CHANGE);
        } else if (READS.contains(name)) {
            boolean out =
                    name.equals("aggregate") && (text.contains("$out") || text.contains("$merge"));
            add(name, out ? Change.CHANGE : Change.READ);
        } else {
            add(name, Change.UNKNOWN);
        }
    }

    private void add(String operation, Change change) {
        statements.add(Statement.of(operation, change));
    }
}
