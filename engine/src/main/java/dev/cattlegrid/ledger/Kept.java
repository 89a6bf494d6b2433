package dev.cattlegrid.ledger;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A map by name, in order, that never changes: each change gives another map and shares almost all of the old one.
///
/// A search tree whose shape depends on its names alone (a treap; the hash of a name is its rank), so that a change costs
/// the logarithm of the size.
public final class Kept<V> extends AbstractMap<String, V> {
    private static final Kept<?> NONE = new Kept<>(null);

    private final @Nullable Node<V> root;

    private Kept(@Nullable Node<V> root) {
        this.root = root;
    }

    private record Node<V>(
            String name, V value, @Nullable Node<V> left, @Nullable Node<V> right, int size) {
        static <V> Node<V> of(
                String name, V value, @Nullable Node<V> left, @Nullable Node<V> right) {
            return new Node<>(name, value, left, right, 1 + count(left) + count(right));
        }

        static int count(@Nullable Node<?> node) {
            return node == null ? 0 : node.size();
        }

        boolean outranks(Node<V> other) {
            int own = rank(name);
            int its = rank(other.name);
            return own != its ? own > its : name.compareTo(other.name) > 0;
        }

        /// Spreads a hash whose low bits are much alike for names that are.
        private static int rank(String name) {
            int hash = name.hashCode() * 0x9E3779B9;
            hash ^= hash >>> 15;
            return hash * 0x85EBCA6B;
        }
    }

    private record Halves<V>(@Nullable Node<V> before, @Nullable Node<V> from) {}

    @SuppressWarnings("unchecked")
    public static <V> Kept<V> none() {
        return (Kept<V>) NONE;
    }

    /// The same entries; a kept map is its own copy.
    public static <V> Kept<V> of(Map<String, V> map) {
        if (map instanceof Kept<V> kept) {
            return kept;
        }
        Kept<V> all = none();
        for (var entry : map.entrySet()) {
            all = all.with(entry.getKey(), entry.getValue());
        }
        return all;
    }

    /// What stands under a name.
    public Optional<V> at(String name) {
        Node<V> node = root;
        while (node != null) {
            int side = name.compareTo(node.name);
            if (side == 0) {
                return Optional.of(node.value);
            }
            node = side < 0 ? node.left : node.right;
        }
        return Optional.empty();
    }

    public Kept<V> with(String name, V value) {
        Kept<V> others = without(name);
        Halves<V> halves = split(others.root, name);
        var own = Node.of(name, value, null, null);
        return new Kept<>(joined(joined(halves.before, own), halves.from));
    }

    public Kept<V> without(String name) {
        return at(name).isEmpty() ? this : withoutFrom(name, name + "\0");
    }

    /// Without a path and all that lies below it.
    public Kept<V> withoutTree(String path) {
        return without(path).withoutFrom(below(path), above(path));
    }

    /// The entries of what lies below a path, in order.
    public List<Map.Entry<String, V>> inside(String path) {
        List<Map.Entry<String, V>> found = new ArrayList<>();
        collect(root, below(path), above(path), found);
        return found;
    }

    private static String below(String path) {
        return path.endsWith("/") ? path : path + "/";
    }

    /// The first name that is behind all that begin with the path and a slash.
    private static String above(String path) {
        return (path.endsWith("/") ? path.substring(0, path.length() - 1) : path) + "0";
    }

    private Kept<V> withoutFrom(String first, String end) {
        Halves<V> head = split(root, first);
        Halves<V> tail = split(head.from, end);
        return tail.before == null ? this : new Kept<>(joined(head.before, tail.from));
    }

    private static <V> void collect(
            @Nullable Node<V> node, String first, String end, List<Map.Entry<String, V>> into) {
        if (node == null) {
            return;
        }
        boolean notBefore = node.name.compareTo(first) >= 0;
        boolean notBehind = node.name.compareTo(end) < 0;
        if (notBefore) {
            collect(node.left, first, end, into);
        }
        if (notBefore && notBehind) {
            into.add(Map.entry(node.name, node.value));
        }
        if (notBehind) {
            collect(node.right, first, end, into);
        }
    }

    private static <V> Halves<V> split(@Nullable Node<V> node, String at) {
        if (node == null) {
            return new Halves<>(null, null);
        }
        if (node.name.compareTo(at) < 0) {
            Halves<V> right = split(node.right, at);
            return new Halves<>(
                    Node.of(node.name, node.value, node.left, right.before), right.from);
        }
        Halves<V> left = split(node.left, at);
        return new Halves<>(left.before, Node.of(node.name, node.value, left.from, node.right));
    }

    private static <V> @Nullable Node<V> joined(@Nullable Node<V> left, @Nullable Node<V> right) {
        if (left == null) {
            return right;
        }
        if (right == null) {
            return left;
        }
        return left.outranks(right)
                ? Node.of(left.name, left.value, left.left, joined(left.right, right))
                : Node.of(right.name, right.value, joined(left, right.left), right.right);
    }

    @Override
    public @Nullable V get(@Nullable Object name) {
        return name instanceof String text ? at(text).orElse(null) : null;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name instanceof String text && at(text).isPresent();
    }

    @Override
    public int size() {
        return Node.count(root);
    }

    @Override
    public Set<Map.Entry<String, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, V>> iterator() {
                return new InOrder<>(root);
            }

            @Override
            public int size() {
                return Kept.this.size();
            }
        };
    }

    private static final class InOrder<V> implements Iterator<Map.Entry<String, V>> {
        private final Deque<Node<V>> path = new ArrayDeque<>();

        InOrder(@Nullable Node<V> root) {
            push(root);
        }

        private void push(@Nullable Node<V> node) {
            for (Node<V> at = node; at != null; at = at.left) {
                path.push(at);
            }
        }

        @Override
        public boolean hasNext() {
            return !path.isEmpty();
        }

        @Override
        public Map.Entry<String, V> next() {
            if (path.isEmpty()) {
                throw new NoSuchElementException();
            }
            Node<V> node = path.pop();
            push(node.right);
            return Map.entry(node.name, node.value);
        }
    }
}
