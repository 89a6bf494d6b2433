package dev.cattlegrid.effect.code;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// What a call of a row in an [Api] does; in a table it is written in small letters, with `-` for `_`.
sealed interface Verb {
    String name();

    enum OfFiles implements Verb {
        OPEN,
        OPENFD,
        READ,
        READINTO,
        WRITE,
        APPEND,
        EDIT,
        MKDIR,
        WRITESELF,
        WRITETO,
        DELETE,
        DELETE_TREE,
        MOVE,
        COPY,
        MODE,
        LINK,
        ARCHIVE,
        UNPACK,
        UNPACKSELF,
        LIST,
        WALK,
        FILEINPUT
    }

    enum OfPaths implements Verb {
        JOINS,
        JOINSELF,
        SIBLING,
        PARENT,
        BASE,
        EXPAND,
        VARS,
        HOME,
        CWD,
        TEMP,
        CHDIR
    }

    enum OfProcesses implements Verb {
        SCRIPT,
        PROCESS,
        WORDS,
        NAMED_WORDS,
        EXEC,
        ARGV,
        COMMAND_OF,
        SIGNAL,
        FORK,
        DUP,
        ADMINISTER,
        ELEVATE
    }

    enum OfNet implements Verb {
        CONNECT,
        CONNECTTO,
        BIND,
        SERVE,
        LISTEN,
        SENDSELF,
        SENDTO,
        RECV,
        ACCEPT,
        LOOKUP,
        HTTP,
        FETCH,
        URLOPEN,
        RETRIEVE,
        REQUEST,
        CONNECTION,
        SPEAK,
        REMOTESELF
    }

    enum OfStores implements Verb {
        SQLITE,
        SERVER,
        QUERY,
        SQL,
        LOSE,
        KEYS,
        VAULT
    }

    enum OfCode implements Verb {
        PURE,
        DERIVED,
        SAME,
        WRITEFD,
        SPLIT,
        CHARACTER,
        BASE64,
        HEXADECIMAL,
        FIRST,
        FEED,
        ENV,
        ENVIRONMENT,
        MAKE,
        ADDSELF,
        LOAD,
        UNREAD,
        EVAL,
        IMPORT,
        GETATTR,
        NAMESPACE,
        STDIN,
        PRINT,
        CALLBACK
    }

    enum OfItems implements Verb {
        GET_CONTENT,
        SEARCH,
        SAME_ITEM,
        GET_ITEMS,
        SET_CONTENT,
        SET_ITEM,
        NEW_ITEM,
        COPY_ITEM,
        MOVE_ITEM,
        RENAME_ITEM,
        REMOVE_ITEM,
        REMOVE_TREE,
        ITEM_PROPERTY,
        ITEM_RIGHTS,
        CHANGE_PLACE,
        COMPRESS,
        EXPAND_FILES,
        JOIN_PATH,
        SPLIT_PATH
    }

    enum OfCmdlets implements Verb {
        OUT,
        LOOK,
        SECRET,
        METHOD,
        GETSTRING,
        REDIRECT,
        NATIVE,
        INVOKE,
        START,
        OPENED,
        SETENV,
        NEW_OBJECT
    }

    enum OfMachine implements Verb {
        WEB,
        BITS,
        PING,
        STOP_PROCESS,
        ELSEWHERE,
        MODULE,
        PROJECT,
        INSTALL,
        MANAGE,
        REMOTE,
        PERSIST,
        MAIL
    }

    static Verb of(String written) {
        Verb known = Written.ALL.get(written);
        if (known == null) {
            throw new IllegalArgumentException("no verb `" + written + "`");
        }
        return known;
    }

    /// All of them by what they are written as.
    final class Written {
        private static final Map<String, Verb> ALL = all();

        private Written() {}

        private static Map<String, Verb> all() {
            var all = new HashMap<String, Verb>();
            Stream.<Verb[]>of(
                            OfFiles.values(),
                            OfPaths.values(),
                            OfProcesses.values(),
                            OfNet.values(),
                            OfStores.values(),
                            OfCode.values(),
                            OfItems.values(),
                            OfCmdlets.values(),
                            OfMachine.values())
                    .flatMap(Stream::of)
                    .forEach(verb ->
                            all.put(verb.name().toLowerCase(Locale.ROOT).replace('_', '-'), verb));
            return Map.copyOf(all);
        }
    }
}
