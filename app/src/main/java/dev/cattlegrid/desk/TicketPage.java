package dev.cattlegrid.desk;

import dev.cattlegrid.screen.Ink;
import dev.cattlegrid.screen.Shown;
import dev.cattlegrid.session.Granted;
import dev.cattlegrid.session.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tickets for a person: a line each, and one in full.
record TicketPage(Ink ink, int width) {
    private static final String MARGIN = "  ";

    String line(Ticket ticket, Instant now) {
        String head = "%s  %-4s ".formatted(ticket.code(), Spans.between(ticket.issued(), now));
        String call = Shown.line(ticket.call(), Math.max(20, width - head.length() - 2)).text();
        return ink.bold(ticket.code()) + head.substring(ticket.code().length()) + call;
    }

    /// Everything that a person should see before they answer.
    List<String> full(Ticket ticket, Instant now) {
        var page = new ArrayList<String>();
        page.add(ink.bold(ticket.code()) + MARGIN + Shown.line(ticket.call(), width - 8).text());
        page.add("");
        field("in", ticket.directory(), page);
        field("asked by", ticket.session().host() + ", session " + ticket.session().id(), page);
        field("refused", Spans.between(ticket.issued(), now) + " ago", page);
        field("because", ticket.reason(), page);
        field("rule", ticket.rule(), page);
        for (String effect : ticket.effects()) {
            field("would", effect, page);
        }
        return page;
    }

    private void field(String name, String value, List<String> page) {
        if (!value.isEmpty()) {
            page.add(MARGIN + ink.faint("%-9s".formatted(name)) + Shown.line(value).text());
        }
    }

    static Map<String, Object> values(Ticket ticket) {
        var values = new LinkedHashMap<String, Object>();
        values.put("code", ticket.code());
        values.put("call", ticket.call());
        values.put("directory", ticket.directory());
        values.put("host", ticket.session().host());
        values.put("session", ticket.session().id());
        values.put("rule", ticket.rule());
        values.put("reason", ticket.reason());
        values.put("effects", ticket.effects());
        values.put("issued", ticket.issued());
        values.put("until", ticket.until());
        return values;
    }

    static Map<String, Object> values(Granted grant) {
        var values = new LinkedHashMap<String, Object>();
        values.put("id", grant.id());
        values.put("rule", grant.rule());
        values.put("effect", grant.words());
        values.put("scope", grant.scope().words());
        values.put("from", grant.from());
        values.put("until", grant.until());
        values.put("left", grant.left());
        values.put("used", grant.used());
        values.put("call", grant.call());
        return values;
    }
}
