package dev.cattlegrid.audit;

import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds decisions in a long record. It is made from the record when somebody asks, and made anew when it does not fit.
final class Index implements AutoCloseable {
    private static final int VERSION = 1;
    private static final List<String> SCHEMA =
            List.of(
                    "create table decisions (id text primary key, at integer not null, session text not null,"
                            + " verdict text not null, start integer not null) without rowid",
                    "create index decisions_at on decisions (at)",
                    "create index decisions_session on decisions (session, at)",
                    "create table reach (only integer primary key check (only = 0), start integer not null,"
                            + " finish integer not null, link text not null)",
                    "pragma user_version = " + VERSION);

    private final Store store;
    private final Connection connection;

    private Index(Store store, Connection connection) {
        this.store = store;
        this.connection = connection;
    }

    /// The index of a store, brought up to the end of its record.
    static Index of(Store store) throws IOException, SQLException {
        store.prepare();
        try {
            return open(store);
        } catch (SQLException _) {
            delete(store);
            return open(store);
        }
    }

    /// Entries that a query takes, the oldest of them first.
    List<Fields> find(Query query) throws IOException, SQLException {
        var starts = new ArrayList<Long>();
        String text =
                "select start from decisions where at >= ? and (? = '' or session = ?)"
                        + " and (? = '' or verdict = ?) and substr(id, 1, ?) = ?"
                        + " order by at desc, start desc limit ?";
        try (PreparedStatement select = connection.prepareStatement(text)) {
            select.setLong(1, query.since().map(java.time.Instant::toEpochMilli).orElse(0L));
            select.setString(2, query.session().orElse(""));
            select.setString(3, query.session().orElse(""));
            select.setString(4, query.verdict().orElse(""));
            select.setString(5, query.verdict().orElse(""));
            select.setInt(6, query.id().length());
            select.setString(7, query.id());
            select.setInt(8, query.most());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    starts.add(rows.getLong(1));
                }
            }
        }
        var entries = new ArrayList<Fields>();
        for (long start : starts.reversed()) {
            line(start).flatMap(Index::fields).ifPresent(entries::add);
        }
        return entries;
    }

    /// How many there are since then, by verdict.
    Map<String, Integer> counts(Instant since) throws SQLException {
        var counts = new TreeMap<String, Integer>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select verdict, count(*) from decisions where at >= ? group by verdict")) {
            select.setLong(1, since.toEpochMilli());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    counts.put(rows.getString(1), rows.getInt(2));
                }
            }
        }
        return counts;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static Index open(Store store) throws IOException, SQLException {
        Path file = store.index();
        Store.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE).close();
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var index = new Index(store, connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = 5000");
            connection.setAutoCommit(false);
            index.prepare(statement);
            index.catchUp();
            connection.commit();
            return index;
        } catch (SQLException | IOException problem) {
            connection.close();
            throw problem;
        }
    }

    private void prepare(Statement statement) throws SQLException {
        int version;
        try (ResultSet row = statement.executeQuery("pragma user_version")) {
            version = row.next() ? row.getInt(1) : 0;
        }
        if (version == VERSION) {
            return;
        }
        for (String table : List.of("decisions", "reach")) {
            statement.execute("drop table if exists " + table);
        }
        for (String order : SCHEMA) {
            statement.execute(order);
        }
    }

    private record Reach(long start, long finish, String link) {}

    private void catchUp() throws IOException, SQLException {
        Reach reach = reach();
        if (!stillFits(reach)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("delete from decisions");
            }
            reach = new Reach(0, 0, Frame.GENESIS);
        }
        var adding = new Adding(reach);
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert or ignore into decisions (id, at, session, verdict, start)"
                                + " values (?, ?, ?, ?, ?)")) {
            Reading.from(store.record(), reach.finish(), line -> adding.add(line, insert));
        }
        if (adding.failed != null) {
            throw adding.failed;
        }
        try (PreparedStatement update =
                connection.prepareStatement(
                        "insert into reach (only, start, finish, link) values (0, ?, ?, ?)"
                                + " on conflict (only) do update set start = excluded.start,"
                                + " finish = excluded.finish, link = excluded.link")) {
            update.setLong(1, adding.reach.start());
            update.setLong(2, adding.reach.finish());
            update.setString(3, adding.reach.link());
            update.execute();
        }
    }

    /// Takes lines in, and keeps what went wrong on the way.
    private static final class Adding {
        private Reach reach;
        private @Nullable SQLException failed;

        Adding(Reach reach) {
            this.reach = reach;
        }

        boolean add(Reading.Line line, PreparedStatement insert) {
            if (!line.whole()) {
                return false;
            }
            reach = new Reach(line.offset(), line.end(), Frame.link(line.bytes()));
            Optional<Fields> entry = fields(line).filter(fields -> Query.newest(1).takes(fields));
            try {
                if (entry.isPresent()) {
                    insert(entry.get(), line.offset(), insert);
                }
                return true;
            } catch (SQLException problem) {
                failed = problem;
                return false;
            }
        }

        private static void insert(Fields entry, long offset, PreparedStatement insert)
                throws SQLException {
            insert.setString(1, entry.text("id").orElse(""));
            insert.setLong(2, Query.at(entry).toEpochMilli());
            insert.setString(3, entry.text("session").orElse(""));
            insert.setString(4, entry.text("verdict").orElse(""));
            insert.setLong(5, offset);
            insert.execute();
        }
    }

    private Reach reach() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select start, finish, link from reach")) {
            return row.next()
                    ? new Reach(row.getLong(1), row.getLong(2), row.getString(3))
                    : new Reach(0, 0, Frame.GENESIS);
        }
    }

    /// Whether the line that was read last still stands where it stood.
    private boolean stillFits(Reach reach) throws IOException {
        if (reach.finish() == 0) {
            return true;
        }
        if (!Files.exists(store.record()) || Files.size(store.record()) < reach.finish()) {
            return false;
        }
        return line(reach.start())
                .filter(line ->
                        line.end() == reach.finish()
                                && Frame.link(line.bytes()).equals(reach.link()))
                .isPresent();
    }

    private Optional<Reading.Line> line(long start) throws IOException {
        var found = new ArrayList<Reading.Line>();
        Reading.from(
                store.record(),
                start,
                line -> {
                    found.add(line);
                    return false;
                });
        return found.stream().filter(Reading.Line::whole).findFirst();
    }

    static Optional<Fields> fields(Reading.Line line) {
        return Frame.parse(line.bytes())
                .flatMap(frame ->
                        Json.parse(frame.text()).members() instanceof Json.Members.Of(var fields)
                                ? Optional.of(fields)
                                : Optional.empty());
    }

    private static void delete(Store store) throws IOException {
        for (String end : List.of("", "-journal", "-wal", "-shm")) {
            Files.deleteIfExists(store.index().resolveSibling(store.index().getFileName() + end));
        }
    }
}
