package dev.cattlegrid.sandbox;

import static dev.cattlegrid.sandbox.Refusal.EAFNOSUPPORT;
import static dev.cattlegrid.sandbox.Refusal.ENOSYS;
import static dev.cattlegrid.sandbox.Refusal.EPERM;
import static dev.cattlegrid.sandbox.Refusal.Word.hasAnyOf;
import static dev.cattlegrid.sandbox.Refusal.Word.is;
import static dev.cattlegrid.sandbox.Refusal.Word.isNot;

import dev.cattlegrid.call.Network;
import dev.cattlegrid.sandbox.Refusal.Word;
import java.util.ArrayList;
import java.util.List;

/// Which system calls are refused to a confined command, and why.
final class Refusals {
    private static final int EOPNOTSUPP = 95;

    private static final int UNIX = 1;
    private static final int INET = 2;
    private static final int INET6 = 10;
    private static final int NETLINK = 16;
    private static final int NETLINK_ROUTE = 0;

    private static final int STREAM = 1;
    private static final int SEQUENCED = 5;
    private static final int SOCKET_TYPE = 0xf;

    private static final int NEW_NAMESPACES = 0x7E020000;
    private static final int NEW_TIME_NAMESPACE = 0x80;

    private static final int SET_ID = 06000;
    private static final int CREATES = 0x400040;
    private static final int TRUNCATES = 0x200;
    private static final int ACCESS_MODE = 3;

    /// `TIOCSTI`, `TIOCLINUX`, `TIOCCONS`, `TIOCSETD`: typing into a terminal, and taking it over.
    private static final int[] TERMINAL = {0x5412, 0x541C, 0x541D, 0x5423};

    /// `FS_IOC_SETFLAGS`, its form of 32 bits, and `FS_IOC_FSSETXATTR`.
    private static final int[] FILE_FLAGS = {0x40086602, 0x40046602, 0x401C5820};

    /// What no build or test needs, and what leads past any confinement: other processes' memory, mounts, namespaces,
    /// keys, the kernel itself.
    private static final List<SystemCall> NEVER =
            List.of(
                    SystemCall.PTRACE,
                    SystemCall.PROCESS_VM_READV,
                    SystemCall.PROCESS_VM_WRITEV,
                    SystemCall.PIDFD_GETFD,
                    SystemCall.KCMP,
                    SystemCall.PROCESS_MRELEASE,
                    SystemCall.MIGRATE_PAGES,
                    SystemCall.MOVE_PAGES,
                    SystemCall.MOUNT,
                    SystemCall.UMOUNT2,
                    SystemCall.PIVOT_ROOT,
                    SystemCall.CHROOT,
                    SystemCall.OPEN_TREE,
                    SystemCall.OPEN_TREE_ATTR,
                    SystemCall.MOVE_MOUNT,
                    SystemCall.FSOPEN,
                    SystemCall.FSCONFIG,
                    SystemCall.FSMOUNT,
                    SystemCall.FSPICK,
                    SystemCall.MOUNT_SETATTR,
                    SystemCall.SETNS,
                    SystemCall.OPEN_BY_HANDLE_AT,
                    SystemCall.KEYCTL,
                    SystemCall.ADD_KEY,
                    SystemCall.REQUEST_KEY,
                    SystemCall.BPF,
                    SystemCall.PERF_EVENT_OPEN,
                    SystemCall.USERFAULTFD,
                    SystemCall.FANOTIFY_INIT,
                    SystemCall.INIT_MODULE,
                    SystemCall.FINIT_MODULE,
                    SystemCall.DELETE_MODULE,
                    SystemCall.KEXEC_LOAD,
                    SystemCall.KEXEC_FILE_LOAD,
                    SystemCall.REBOOT,
                    SystemCall.SWAPON,
                    SystemCall.SWAPOFF,
                    SystemCall.ACCT,
                    SystemCall.QUOTACTL,
                    SystemCall.QUOTACTL_FD,
                    SystemCall.SETTIMEOFDAY,
                    SystemCall.CLOCK_SETTIME,
                    SystemCall.ADJTIMEX,
                    SystemCall.CLOCK_ADJTIME,
                    SystemCall.SETHOSTNAME,
                    SystemCall.SETDOMAINNAME,
                    SystemCall.SYSLOG,
                    SystemCall.IOPL,
                    SystemCall.IOPERM,
                    SystemCall.VHANGUP,
                    SystemCall.USELIB,
                    SystemCall.NFSSERVCTL,
                    SystemCall.LOOKUP_DCOOKIE);

    /// Their arguments lie in memory, where no filter sees them; programs fall back to calls that can be looked at.
    private static final List<SystemCall> UNSEEN =
            List.of(
                    SystemCall.IO_URING_SETUP,
                    SystemCall.IO_URING_ENTER,
                    SystemCall.IO_URING_REGISTER,
                    SystemCall.CLONE3,
                    SystemCall.OPENAT2);

    /// Queues, shared memory and semaphores that go by number or by a name outside the file system.
    private static final List<SystemCall> SHARED =
            List.of(
                    SystemCall.MQ_OPEN,
                    SystemCall.MQ_UNLINK,
                    SystemCall.SHMGET,
                    SystemCall.SHMAT,
                    SystemCall.SHMCTL,
                    SystemCall.MSGGET,
                    SystemCall.MSGSND,
                    SystemCall.MSGRCV,
                    SystemCall.MSGCTL,
                    SystemCall.SEMGET,
                    SystemCall.SEMOP,
                    SystemCall.SEMTIMEDOP,
                    SystemCall.SEMCTL);

    private static final List<SystemCall> ATTRIBUTES =
            List.of(
                    SystemCall.SETXATTR,
                    SystemCall.LSETXATTR,
                    SystemCall.FSETXATTR,
                    SystemCall.SETXATTRAT,
                    SystemCall.REMOVEXATTR,
                    SystemCall.LREMOVEXATTR,
                    SystemCall.FREMOVEXATTR,
                    SystemCall.REMOVEXATTRAT,
                    SystemCall.FILE_SETATTR);

    private Refusals() {}

    /// What is refused however a command is confined otherwise.
    static List<Refusal> everywhere(Network network) {
        var all = new ArrayList<Refusal>();
        NEVER.forEach(call -> all.add(Refusal.of(call, EPERM)));
        UNSEEN.forEach(call -> all.add(Refusal.of(call, ENOSYS)));
        all.add(
                Refusal.of(
                        SystemCall.UNSHARE,
                        EPERM,
                        hasAnyOf(0, NEW_NAMESPACES | NEW_TIME_NAMESPACE)));
        all.add(Refusal.of(SystemCall.CLONE, EPERM, hasAnyOf(0, NEW_NAMESPACES)));
        all.add(Refusal.of(SystemCall.IOCTL, EPERM, is(1, TERMINAL)));
        all.addAll(sockets(network));
        all.addAll(setIds());
        return all;
    }

    /// What namespaces would see to, where there are none.
    ///
    /// @param uid of the user, to whom files may be given that are theirs already
    static List<Refusal> withoutNamespaces(int uid, int gid) {
        var all = new ArrayList<Refusal>();
        SHARED.forEach(call -> all.add(Refusal.of(call, EPERM)));
        ATTRIBUTES.forEach(call -> all.add(Refusal.of(call, EOPNOTSUPP)));
        all.add(Refusal.of(SystemCall.IOCTL, EPERM, is(1, FILE_FLAGS)));
        for (SystemCall call : List.of(SystemCall.CHOWN, SystemCall.FCHOWN, SystemCall.LCHOWN)) {
            all.add(Refusal.of(call, EPERM, isNot(1, -1, uid)));
            all.add(Refusal.of(call, EPERM, isNot(2, -1, gid)));
        }
        all.add(Refusal.of(SystemCall.FCHOWNAT, EPERM, isNot(2, -1, uid)));
        all.add(Refusal.of(SystemCall.FCHOWNAT, EPERM, isNot(3, -1, gid)));
        // Limits and priorities of other processes; nought is the process itself.
        all.add(Refusal.of(SystemCall.PRLIMIT64, EPERM, isNot(0, 0)));
        all.add(Refusal.of(SystemCall.SETPRIORITY, EPERM, isNot(1, 0)));
        all.add(Refusal.of(SystemCall.IOPRIO_SET, EPERM, isNot(1, 0)));
        return all;
    }

    /// What Landlock sees to from its third version on.
    static List<Refusal> withoutTruncation() {
        Word cutsUnwritten = new Word(1, TRUNCATES | ACCESS_MODE, List.of(TRUNCATES), true);
        Word cutsUnwrittenAt = new Word(2, TRUNCATES | ACCESS_MODE, List.of(TRUNCATES), true);
        return List.of(
                Refusal.of(SystemCall.TRUNCATE, EPERM),
                Refusal.of(SystemCall.OPEN, EPERM, cutsUnwritten),
                Refusal.of(SystemCall.OPENAT, EPERM, cutsUnwrittenAt));
    }

    /// No socket of the file system or of an abstract name, whatever the network: what listens there acts for others.
    /// A pair of ends is no way out, but where each message may carry an address.
    private static List<Refusal> sockets(Network network) {
        Word notConnected = new Word(1, SOCKET_TYPE, List.of(STREAM, SEQUENCED), false);
        var pairs =
                List.of(
                        Refusal.of(SystemCall.SOCKETPAIR, EAFNOSUPPORT, isNot(0, UNIX)),
                        Refusal.of(SystemCall.SOCKETPAIR, EAFNOSUPPORT, notConnected));
        List<Refusal> single =
                switch (network) {
                    case NONE -> List.of(Refusal.of(SystemCall.SOCKET, EAFNOSUPPORT));
                    case LOOPBACK, ALL ->
                            List.of(
                                    Refusal.of(
                                            SystemCall.SOCKET,
                                            EAFNOSUPPORT,
                                            isNot(0, INET, INET6, NETLINK)),
                                    Refusal.of(
                                            SystemCall.SOCKET,
                                            EAFNOSUPPORT,
                                            is(0, NETLINK),
                                            isNot(2, NETLINK_ROUTE)));
                };
        var all = new ArrayList<>(single);
        all.addAll(pairs);
        return all;
    }

    /// A program that runs with its owner's rights would keep them after the sandbox is gone.
    private static List<Refusal> setIds() {
        return List.of(
                Refusal.of(SystemCall.CHMOD, EPERM, hasAnyOf(1, SET_ID)),
                Refusal.of(SystemCall.FCHMOD, EPERM, hasAnyOf(1, SET_ID)),
                Refusal.of(SystemCall.FCHMODAT, EPERM, hasAnyOf(2, SET_ID)),
                Refusal.of(SystemCall.FCHMODAT2, EPERM, hasAnyOf(2, SET_ID)),
                Refusal.of(SystemCall.MKNOD, EPERM, hasAnyOf(1, SET_ID)),
                Refusal.of(SystemCall.MKNODAT, EPERM, hasAnyOf(2, SET_ID)),
                Refusal.of(SystemCall.CREAT, EPERM, hasAnyOf(1, SET_ID)),
                Refusal.of(SystemCall.OPEN, EPERM, hasAnyOf(1, CREATES), hasAnyOf(2, SET_ID)),
                Refusal.of(SystemCall.OPENAT, EPERM, hasAnyOf(2, CREATES), hasAnyOf(3, SET_ID)));
    }
}
