package dev.cattlegrid.policy;

import dev.cattlegrid.effect.Effect;
import java.util.Set;

/// What a rule is interested in, so that it is only asked when the call holds such a thing.
public enum Topic {
    READ,
    WRITE,
    DELETE,
    MOVE,
    SET_MODE,
    LINK,
    RUN,
    SEND,
    RECEIVE,
    LISTEN,
    INSTALL,
    GIT,
    REMOTE,
    ADMINISTER,
    ELEVATE,
    PERSIST,
    SIGNAL,
    SPAWN,
    SPEAK,
    REVEAL,
    UNKNOWN,
    /// A flow of secret or untrusted data.
    FLOW,
    /// Every call, whatever it does.
    CALL;

    public static Topic of(Effect effect) {
        return switch (effect) {
            case Effect.Read _ -> READ;
            case Effect.Write _ -> WRITE;
            case Effect.Delete _ -> DELETE;
            case Effect.Move _ -> MOVE;
            case Effect.SetMode _ -> SET_MODE;
            case Effect.Link _ -> LINK;
            case Effect.Run _ -> RUN;
            case Effect.Send _ -> SEND;
            case Effect.Receive _ -> RECEIVE;
            case Effect.Listen _ -> LISTEN;
            case Effect.Install _ -> INSTALL;
            case Effect.Git _ -> GIT;
            case Effect.Remote _ -> REMOTE;
            case Effect.Administer _ -> ADMINISTER;
            case Effect.Elevate _ -> ELEVATE;
            case Effect.Persist _ -> PERSIST;
            case Effect.Signal _ -> SIGNAL;
            case Effect.Spawn _ -> SPAWN;
            case Effect.Speak _ -> SPEAK;
            case Effect.Reveal _ -> REVEAL;
            case Effect.Unknown _ -> UNKNOWN;
        };
    }

    /// Its bit in a mask of topics.
    public long bit() {
        return 1L << ordinal();
    }

    /// The mask of several.
    public static long mask(Set<Topic> topics) {
        long mask = 0;
        for (Topic topic : topics) {
            mask |= topic.bit();
        }
        return mask;
    }
}
