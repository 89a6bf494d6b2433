package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Effect.Remote.Change;
import dev.cattlegrid.effect.program.Sql;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Methods of somebody's library that take data away from a database, a cloud or a container engine, by their names.
///
/// Source: Django QuerySet API, SQLAlchemy MetaData, PyMongo, Mongoose, Prisma Client, Active Record, Eloquent,
/// elasticsearch-py, docker-py, Kubernetes clients.
final class Losing {
    private static final Set<String> NAMES =
            Set.of(
                    "deleteall",
                    "destroyall",
                    "deletemany",
                    "deletebyquery",
                    "dropdatabase",
                    "dropall",
                    "droptable",
                    "droptables",
                    "dropcollection",
                    "dropschema",
                    "dropindexes",
                    "dropkeyspace",
                    "flushall",
                    "flushdb",
                    "truncatetable",
                    "truncatetables",
                    "deletenamespace",
                    "deletebucket",
                    "deleteobjects",
                    "deletetable",
                    "deletestack",
                    "deleteindex",
                    "deletecluster",
                    "deletedataset",
                    "deletequeue",
                    "purgequeue",
                    "emptybucket",
                    "terminateinstances",
                    "deletedbinstance");

    private static final Set<String> COLLECTIONS =
            Set.of("objects", "indices", "volumes", "containers", "images", "networks");

    private static final Set<String> OF_COLLECTIONS = Set.of("delete", "prune", "remove");

    private Losing() {}

    /// Notes what a call of such a method would take away.
    static void look(Node function, Thing of, Acts acts) {
        if (!(function instanceof Node.Attribute(var owner, var name)) || !of.is("foreign")) {
            return;
        }
        String plain = name.toLowerCase(Locale.ROOT).replace("_", "");
        if (NAMES.contains(plain)
                || plain.startsWith("deletenamespaced")
                || plain.startsWith("deletecollectionnamespaced")
                || OF_COLLECTIONS.contains(plain) && isCollection(owner)) {
            acts.add(effect(name, acts));
        }
    }

    static Effect effect(String name, Acts acts) {
        boolean all =
                name.startsWith("drop") || name.startsWith("flush") || name.contains("runcate");
        return new Effect.Remote(
                "database", name, "", all ? Change.DESTROY : Change.CHANGE, all, acts.span());
    }

    /// A text that a library is given as SQL: nothing where it is none.
    static void sql(Optional<String> text, Acts acts) {
        text.ifPresent(statement ->
                Sql.statements(statement).stream()
                        .filter(each -> each.change() == Change.DESTROY)
                        .forEach(each ->
                                acts.add(
                                        new Effect.Remote(
                                                "database",
                                                each.operation(),
                                                "",
                                                each.change(),
                                                true,
                                                acts.span()))));
    }

    /// `User.objects.all()`, `client.indices`.
    private static boolean isCollection(Node node) {
        return switch (node) {
            case Node.Attribute(var of, var name) -> COLLECTIONS.contains(name) || isCollection(of);
            case Node.Call(var function, _, _) -> isCollection(function);
            default -> false;
        };
    }
}
