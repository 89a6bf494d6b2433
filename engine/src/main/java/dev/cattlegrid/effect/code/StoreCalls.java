package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Effect.Write.Manner;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Sql;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Does what calls about databases and vaults say.
record StoreCalls(Given call) {
    /// Commands of Redis that lose what is stored. Source: redis.io/commands.
    private static final Set<String> LOSING =
            Set.of("flushall", "flushdb", "shutdown", "swapdb", "del", "unlink", "debug");

    private static final Set<String> READING =
            Set.of(
                    "get",
                    "mget",
                    "keys",
                    "scan",
                    "exists",
                    "type",
                    "ttl",
                    "info",
                    "ping",
                    "dbsize",
                    "hget",
                    "hgetall",
                    "lrange",
                    "smembers",
                    "zrange",
                    "xrange",
                    "time",
                    "echo");

    Thing perform(Verb.OfStores verb) {
        return switch (verb) {
            case SQLITE -> {
                Thing file = call.at(0);
                if (file.text().filter(t -> t.equals(":memory:") || t.isEmpty()).isEmpty()) {
                    call.acts().read(unwrapped(file));
                }
                yield Thing.of("database", file.asText(), Data.NONE);
            }
            case SERVER -> Thing.of("server", Value.exact(""), call.all());
            case QUERY -> query(call.at(0));
            case SQL -> sql(call.at(0));
            case LOSE -> {
                String name = call.name();
                remote(
                        call.row().word(0),
                        name.substring(name.lastIndexOf('.') + 1),
                        Effect.Remote.Change.DESTROY);
                yield Thing.derived(call.all());
            }
            case KEYS -> keys(call.at(0));
            case VAULT -> {
                call.acts()
                        .add(
                                new Effect.Remote(
                                        call.name(),
                                        "read",
                                        "",
                                        Effect.Remote.Change.READ_SECRET,
                                        true,
                                        call.acts().span()));
                yield Thing.derived(Data.of(new Source.Vault(call.name())));
            }
        };
    }

    /// The file of `file:PATH?mode=ro`.
    private static Thing unwrapped(Thing file) {
        Optional<String> text = file.text().filter(uri -> uri.startsWith("file:"));
        if (text.isEmpty()) {
            return file;
        }
        String path = text.get().substring("file:".length());
        int query = path.indexOf('?');
        String plain = query < 0 ? path : path.substring(0, query);
        int start = 0;
        while (plain.startsWith("//", start)) {
            start++;
        }
        return Thing.of("path", Value.exact(plain.substring(start)), file.data());
    }

    /// A statement for a database file that `sqlite3.connect` was call.arguments().
    private Thing sql(Thing statement) {
        String target = call.self().value().prefix();
        Thing file = unwrapped(Thing.of("path", call.self().value(), Data.NONE));
        boolean memory = target.equals(":memory:");
        boolean readOnly =
                target.startsWith("file:")
                        && (target.contains("?mode=ro") || target.contains("&mode=ro"));
        if (statement.text().isEmpty()) {
            call.acts()
                    .add(
                            new Effect.Remote(
                                    "sqlite",
                                    "SQL",
                                    target,
                                    readOnly
                                            ? Effect.Remote.Change.READ
                                            : Effect.Remote.Change.UNKNOWN,
                                    true,
                                    call.acts().span()));
        } else {
            for (Sql.Statement said : Sql.statements(statement.text().get())) {
                Sql.Statement each = readOnly ? said.refused() : said;
                if (!memory) {
                    call.acts()
                            .add(
                                    new Effect.Remote(
                                            "sqlite",
                                            each.operation(),
                                            target,
                                            each.change(),
                                            true,
                                            call.acts().span()));
                    writes(each.change(), file);
                }
            }
        }
        return Thing.of("database", call.self().value(), call.self().data().changed());
    }

    /// A statement for a database server; a text that SQL is made from by `.asText()` counts as that.
    private Thing query(Thing statement) {
        if (statement.text().isEmpty()) {
            remote("SQL", Effect.Remote.Change.UNKNOWN);
        } else {
            Sql.statements(statement.text().get())
                    .forEach(each -> remote(each.operation(), each.change()));
        }
        return Thing.of("server", call.self().value(), call.self().data().changed());
    }

    /// A command of Redis by its name.
    private Thing keys(Thing command) {
        String text = command.text().orElse("").strip().toLowerCase(Locale.ROOT);
        String name = text.contains(" ") ? text.substring(0, text.indexOf(' ')) : text;
        remote(
                "redis",
                name.isEmpty() ? "a command" : name,
                name.isEmpty()
                        ? Effect.Remote.Change.UNKNOWN
                        : LOSING.contains(name)
                                ? Effect.Remote.Change.DESTROY
                                : READING.contains(name)
                                        ? Effect.Remote.Change.READ
                                        : Effect.Remote.Change.CHANGE);
        return Thing.derived(call.all());
    }

    private void remote(String operation, Effect.Remote.Change change) {
        remote("database", operation, change);
    }

    private void remote(String system, String operation, Effect.Remote.Change change) {
        call.acts()
                .add(new Effect.Remote(system, operation, "", change, false, call.acts().span()));
    }

    private void writes(Effect.Remote.Change change, Thing file) {
        switch (change) {
            case CHANGE, DESTROY, PUBLISH, UNKNOWN ->
                    call.acts().write(file, Manner.EDIT, Data.NONE);
            case READ, READ_SECRET -> {}
        }
    }
}
