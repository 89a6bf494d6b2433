package dev.cattlegrid.sandbox;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Set;

/// Ways out of a sandbox that no shell command has, tried by the system calls themselves; a program of its own, which a
/// test runs confined.
///
/// It prints a line a way: its name, and `stopped` or `out`.
final class Escape {
    private static final int AT_CWD = -100;

    /// What a filter, Landlock, a read-only view and other processes answer; anything else means that the call came through to where its
    /// arguments are looked at.
    private static final Set<Integer> REFUSALS = Set.of(1, 3, 13, 18, 30, 38, 95, 97);

    private Escape() {}

    /// @param arguments a directory outside with files `file` and `socket`, a process outside, ports of TCP and UDP there
    public static void main(String[] arguments) {
        Path outside = Path.of(arguments[0]);
        int process = Integer.parseInt(arguments[1]);
        int tcp = Integer.parseInt(arguments[2]);
        int udp = Integer.parseInt(arguments[3]);
        reach("connect by TCP", () -> connect(tcp));
        reach("send by UDP", () -> send(udp));
        reach("connect to a local socket", () -> connect(outside.resolve("socket")));
        try (Arena arena = Arena.ofConfined()) {
            long file = arena.allocateFrom(outside.resolve("file").toString()).address();
            long made = arena.allocateFrom(outside.resolve("made").toString()).address();
            long name = arena.allocateFrom("cattlegrid-test").address();
            long attribute = arena.allocateFrom("user.test").address();
            MemorySegment memory = arena.allocate(256, 8);
            long room = memory.address();
            call("open a socket of packets", SystemCall.SOCKET, 17, 3, 0);
            call("open a socket to the host of this machine", SystemCall.SOCKET, 40, 1, 0);
            call("open a netlink socket", SystemCall.SOCKET, 16, 3, 0);
            call("open an abstract or named local socket", SystemCall.SOCKET, 1, 2, 0);
            call(
                    "make a pair of sockets that take addresses",
                    SystemCall.SOCKETPAIR,
                    1,
                    2,
                    0,
                    room);
            call("trace a process", SystemCall.PTRACE, 16, process, 0);
            call("read a process's memory", SystemCall.PROCESS_VM_READV, process, room, 0);
            call("take a process's open file", SystemCall.PIDFD_GETFD, 0, 0, 0);
            call("limit a process", SystemCall.PRLIMIT64, process, 7, 0, room);
            call("mount", SystemCall.MOUNT, name, made, name);
            call("make a user namespace", SystemCall.UNSHARE, 0x10000000, 0, 0);
            call("start a process in new namespaces", SystemCall.CLONE, 0x10000000, 0, 0);
            call("start a process by what no filter sees", SystemCall.CLONE3, room, 0, 0);
            call("enter a namespace", SystemCall.SETNS, 0, 0, 0);
            call("change the root", SystemCall.CHROOT, file, 0, 0);
            call("open a file by its handle", SystemCall.OPEN_BY_HANDLE_AT, AT_CWD, room, 0);
            call("use a key ring", SystemCall.KEYCTL, 0, -3, 0);
            call("load a program into the kernel", SystemCall.BPF, 0, room, 48);
            call("count another's events", SystemCall.PERF_EVENT_OPEN, room, 0, -1, -1);
            call("use io_uring", SystemCall.IO_URING_SETUP, 1, room, 0);
            call("handle page faults", SystemCall.USERFAULTFD, 1, 0, 0);
            call("share memory", SystemCall.SHMGET, 0x6361, 4096, 01600);
            call("open a message queue", SystemCall.MSGGET, 0x6361, 01600, 0);
            call("open a POSIX queue", SystemCall.MQ_OPEN, name, 0102, 0600);
            call("type into the terminal", SystemCall.IOCTL, 0, 0x5412, name);
            call(
                    "type into it by a number with high bits",
                    SystemCall.IOCTL,
                    0,
                    0x1_0000_5412L,
                    name);
            call("cut a file by its name", SystemCall.TRUNCATE, file, 1, 0);
            call("cut a file by opening it", SystemCall.OPENAT, AT_CWD, file, 01000);
            call("open a file by what no filter sees", SystemCall.OPENAT2, AT_CWD, file, room, 24);
            call("make a device", SystemCall.MKNODAT, AT_CWD, made, 020666, 0x103);
            call("set an extended attribute", SystemCall.SETXATTR, file, attribute, name, 4);
            call("change the owner", SystemCall.FCHOWNAT, AT_CWD, file, 1, 1);
            call(
                    "let a file run with its owner's rights",
                    SystemCall.FCHMODAT,
                    AT_CWD,
                    file,
                    04755);
        }
    }

    private interface Attempt {
        void now() throws IOException;
    }

    private static void reach(String what, Attempt attempt) {
        try {
            attempt.now();
            System.out.println(what + ": out");
        } catch (IOException | UnsupportedOperationException _) {
            System.out.println(what + ": stopped");
        }
    }

    private static void connect(int port) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 2000);
        }
    }

    private static void send(int port) throws IOException {
        try (var socket = new DatagramSocket()) {
            socket.send(
                    new DatagramPacket(new byte[1], 1, InetAddress.getByName("127.0.0.1"), port));
        }
    }

    private static void connect(Path socket) throws IOException {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
        }
    }

    private static void call(String what, SystemCall call, long a, long b, long c) {
        call(what, call, a, b, c, 0);
    }

    private static void call(String what, SystemCall call, long a, long b, long c, long d) {
        int number = call.on(Processor.ofThisMachine().orElseThrow()).orElseThrow();
        long given = Native.call(number, a, b, c, d, 0);
        boolean refused = given < 0 && REFUSALS.contains((int) -given);
        System.out.println(what + ": " + (refused ? "stopped" : "out"));
    }
}
