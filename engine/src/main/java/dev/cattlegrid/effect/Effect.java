package dev.cattlegrid.effect;

import dev.cattlegrid.shell.Span;
import java.util.Optional;

/// Something a call would do to the world outside its own memory.
public sealed interface Effect {
    /// The piece of the command it comes from.
    Span span();

    record Read(Place place, Span span) implements Effect {}

    /// @param data what is written, with its origins
    record Write(Place place, Manner manner, Data data, Span span) implements Effect {
        public enum Manner {
            /// A new file, or an old one replaced whole.
            CREATE,
            APPEND,
            /// A directory that is there afterwards, with nothing in it that was not there before.
            DIRECTORY,
            /// Changed in places, or cut.
            EDIT,
            /// Overwritten so that nothing can bring it back: `shred`, `dd` onto a device.
            DESTROY
        }
    }

    record Delete(Place place, boolean recursive, Span span) implements Effect {}

    record Move(Place from, Place to, Span span) implements Effect {}

    /// @param mode as `chmod`, `chown`, `chattr`, `setfacl` were given it
    record SetMode(Place place, String mode, boolean recursive, Span span) implements Effect {
        /// Whether nothing changes but that the one file may be run: `+x`, `a+x`, `ug+x`.
        public boolean letsRun() {
            return !recursive && letsRun(mode);
        }

        public static boolean letsRun(String mode) {
            return mode.endsWith("+x")
                    && mode.chars().limit(mode.length() - 2L).allMatch(c -> "ugoa".indexOf(c) >= 0);
        }
    }

    record Link(Place at, Place target, boolean symbolic, Span span) implements Effect {}

    record Run(Code code, Span span) implements Effect {}

    /// Data leaves for another end.
    ///
    /// @param verb the protocol's own: `GET` (data in the URL or a header), `POST`, `scp`, `nc`
    record Send(Endpoint to, String verb, Data data, Span span) implements Effect {}

    record Receive(Endpoint from, Span span) implements Effect {}

    /// @param address where it listens: `127.0.0.1`, `0.0.0.0`, empty when unknown
    record Listen(String address, int port, Span span) implements Effect {}

    /// @param ecosystem `npm`, `pypi`, `apt`, `cargo` …
    /// @param packages as named, versions included; empty: what the project declares
    record Install(String ecosystem, String packages, Provenance from, Reach reach, Span span)
            implements Effect {
        public enum Provenance {
            /// The project's own manifest or lock file.
            DECLARED,
            /// By name, from the index that the package manager's configuration names.
            NAMED,
            /// A URL, a git repository, a file, another index.
            ELSEWHERE
        }

        public enum Reach {
            PROJECT,
            USER,
            SYSTEM,
            /// It is started without the rights over the machine that it needs, and stops: nothing is installed.
            NOWHERE
        }
    }

    record Git(GitAction action, Place repository, Span span) implements Effect {}

    /// Something at a cloud, a cluster, a database, a registry, a forge, a container engine.
    ///
    /// @param system `postgres`, `kubernetes`, `aws`, `github`, `docker`, `terraform`
    /// @param operation the system's own verb: `DROP TABLE`, `delete`, `s3 rm`
    /// @param target what it is about, as named; empty when unknown
    /// @param local whether it certainly lies on this machine or in the workspace
    record Remote(
            String system, String operation, String target, Change change, boolean local, Span span)
            implements Effect {
        public enum Change {
            READ,
            /// Reads what may be secret: a secret's value, a token.
            READ_SECRET,
            /// Adds or changes what can be changed back.
            CHANGE,
            /// Destroys, or changes what cannot be changed back.
            DESTROY,
            /// Makes public or sends to people who cannot be called back: publish, release, merge.
            PUBLISH,
            UNKNOWN
        }
    }

    /// Something about this machine itself: services, users, firewall, kernel, mounts, disks, clock, power.
    ///
    /// @param area one of those words
    record Administer(String area, String operation, String target, Gravity gravity, Span span)
            implements Effect {
        public enum Gravity {
            /// Can be put back.
            CHANGE,
            /// Weakens a protection: firewall off, SELinux off, logging off.
            WEAKEN,
            /// Destroys or halts: mkfs, shutdown, a fork bomb.
            DESTROY
        }
    }

    /// Another user's rights, usually root's.
    ///
    /// @param shell whether it opens a shell or runs what cannot be told
    record Elevate(String user, boolean shell, Span span) implements Effect {}

    /// Something that will run later by itself.
    ///
    /// @param what `cron`, `at`, `systemd`, `login item`, `git hook`
    record Persist(String what, String target, Span span) implements Effect {}

    /// @param target a process id, a name, `-1`
    record Signal(Whom whom, String target, String signal, Span span) implements Effect {
        public enum Whom {
            /// A job or child of this call.
            OWN,
            NAMED,
            /// All processes, or process 1.
            ALL
        }
    }

    /// @param approvalsOff whether it is told to ask nobody
    record Spawn(String agent, boolean approvalsOff, Span span) implements Effect {}

    /// A message to people or to a service that shows it to people.
    record Speak(String service, String audience, Span span) implements Effect {}

    /// The environment is shown.
    ///
    /// @param variable one variable; empty: all of them
    record Reveal(Optional<String> variable, Span span) implements Effect {}

    /// We could not tell. It stays in the list, so that a rule, the judge or a person meets it.
    record Unknown(Gap gap, Bound atMost, Span span) implements Effect {}
}
