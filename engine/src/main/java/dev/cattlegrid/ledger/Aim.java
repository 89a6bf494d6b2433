package dev.cattlegrid.ledger;

import java.util.List;

/// What somebody is after who does something to something, whichever way. A refusal is remembered by it; a [Deed] says more
/// exactly what one way does.
///
/// @param target a path (`/*` behind it: all that lies in it), a host, a ref; for what lies elsewhere the system and
///     the names of what it is done to, in their order
/// @param stake what was at stake when it was looked at: the same loss with less at stake is another one
public record Aim(Kind kind, String target, String stake) {
    private static final String INSIDE = "/*";
    private static final List<String> OF_HOSTS =
            List.of("postgres", "mysql", "redis", "mongodb", "database");

    Aim(Kind kind, String target) {
        this(kind, target, "");
    }

    public enum Kind {
        /// What is there goes.
        LOSE(Sort.TREE),
        /// A file that is there is replaced by another.
        REPLACE(Sort.PATH),
        WRITE(Sort.PATH),
        READ(Sort.PATH),
        RIGHTS(Sort.TREE),
        RUN(Sort.PATH),
        SEND(Sort.NAME),
        /// A secret goes out, wherever to.
        LEAK(Sort.NAME),
        /// Code from the network runs.
        FETCHED(Sort.NAME),
        PUSH(Sort.NAME),
        OVERWRITE_REF(Sort.NAME),
        DELETE_REF(Sort.NAME),
        /// A place to push to.
        REMOTE(Sort.NAME),
        GIT(Sort.NAME),
        CHANGE(Sort.ELSEWHERE),
        DESTROY(Sort.ELSEWHERE),
        PUBLISH(Sort.ELSEWHERE),
        MACHINE(Sort.NAME),
        /// A service or a process ends.
        STOP(Sort.NAME),
        ELEVATE(Sort.NAME),
        INSTALL(Sort.NAME),
        PERSIST(Sort.NAME),
        SPAWN(Sort.NAME),
        SPEAK(Sort.NAME);

        private final Sort sort;

        Kind(Sort sort) {
            this.sort = sort;
        }
    }

    private enum Sort {
        PATH,
        /// A path and all that lies below it.
        TREE,
        NAME,
        ELSEWHERE
    }

    String key() {
        return kind + " " + target;
    }

    /// Whether who does this does the other too.
    boolean covers(Aim other) {
        return switch (kind.sort) {
            case PATH -> coversPath(other);
            case TREE -> kind == other.kind && (isSame(other) || isAbove(other));
            case NAME -> reaches(other.kind) && target.equals(other.target);
            case ELSEWHERE -> reaches(other.kind) && coversElsewhere(other);
        };
    }

    private boolean isSame(Aim other) {
        return target.equals(other.target) && stake.equals(other.stake);
    }

    /// Who deletes what a push would only have added to does more, not less.
    private boolean reaches(Kind other) {
        return kind == other
                || switch (kind) {
                    case OVERWRITE_REF -> other == Kind.PUSH;
                    case DELETE_REF -> other == Kind.PUSH || other == Kind.OVERWRITE_REF;
                    case DESTROY -> other == Kind.CHANGE;
                    default -> false;
                };
    }

    /// To write a file anew is to lose what it held, but not to lose the directory that it lies in.
    private boolean coversPath(Aim other) {
        if (kind == Kind.REPLACE && other.kind == Kind.LOSE) {
            return target.equals(other.target);
        }
        if (kind != other.kind) {
            return false;
        }
        return target.equals(other.target)
                || target.endsWith(INSIDE) && other.target.startsWith(withoutInside(target) + "/");
    }

    /// A tree's loss is the loss of all in it, and the loss of all in it is the tree's.
    private boolean isAbove(Aim other) {
        String tree = withoutInside(target);
        String its = withoutInside(other.target);
        return its.equals(tree) && !target.equals(other.target)
                || its.startsWith(tree.equals("/") ? tree : tree + "/");
    }

    private static String withoutInside(String path) {
        String tree = path.endsWith(INSIDE) ? path.substring(0, path.length() - 2) : path;
        return tree.isEmpty() ? "/" : tree;
    }

    /// The same names or more of them; no names at all mean everything that the system has. Of a database on a host the
    /// host alone is the wider name.
    private boolean coversElsewhere(Aim other) {
        List<String> own = List.of(target.split(" "));
        List<String> its = List.of(other.target.split(" "));
        if (!own.getFirst().equals(its.getFirst())) {
            return false;
        }
        return own.containsAll(its)
                || own.size() == 1
                || OF_HOSTS.contains(own.getFirst()) && its.containsAll(own);
    }
}
