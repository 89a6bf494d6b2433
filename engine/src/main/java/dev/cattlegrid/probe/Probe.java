package dev.cattlegrid.probe;

import java.util.ArrayList;
import java.util.List;

/// Reads what a tool gave back for what such a result has no reason to hold: orders to the agent, messages that pretend to
/// be another's, hidden and encoded text, requests for secrets or for other permissions.
///
/// It runs nothing, asks nobody and takes time that grows with the text alone.
public final class Probe {
    /// The most characters that are read of a text: of a longer one its beginning and its end.
    public static final int MOST = 1 << 20;

    private static final int PART = 1 << 16;
    private static final int OVERLAP = 1 << 10;

    private Probe() {}

    /// @return what was found; never throws, whatever the text
    public static Probed of(String text) {
        return of(text, Probed.ALARM);
    }

    /// What is not enough for an alarm, and enough for somebody else to look at it too.
    ///
    /// @return signs where there is such a doubt; never throws, whatever the text
    public static Probed doubts(String text) {
        return of(text, Probed.DOUBT);
    }

    private static Probed of(String text, int enough) {
        if (text.length() <= MOST) {
            return Probed.weighed(signs(text, 0), true, enough);
        }
        var signs = new ArrayList<>(signs(text.substring(0, MOST / 2), 0));
        int rest = text.length() - MOST / 2;
        signs.addAll(signs(text.substring(rest), rest));
        return Probed.weighed(signs, false, enough);
    }

    /// All signs, whatever they weigh.
    static List<Sign> signs(String text, int offset) {
        if (text.length() <= PART + OVERLAP) {
            return part(text, offset);
        }
        var signs = new ArrayList<Sign>();
        for (int at = 0; at < text.length(); at += PART) {
            int end = Math.min(text.length(), at + PART + OVERLAP);
            signs.addAll(part(text.substring(at, end), offset + at));
        }
        return signs;
    }

    private static List<Sign> part(String text, int offset) {
        Clear clear = Clear.of(text);
        Reader.Read read = Reader.read(clear);
        var signs = new ArrayList<>(read.signs());
        signs.addAll(Disguises.read(clear, read, 0, new Disguises.Budget(PART)));
        return offset == 0 ? signs : signs.stream().map(sign -> sign.shifted(offset)).toList();
    }
}
