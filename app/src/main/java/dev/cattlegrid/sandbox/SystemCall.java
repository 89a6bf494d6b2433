package dev.cattlegrid.sandbox;

import java.util.OptionalInt;

/// The system calls that a filter may refuse, with their numbers; -1 where a processor does not have one.
///
/// @see <a href="https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git/tree/arch/x86/entry/syscalls/syscall_64.tbl">x86-64</a>
/// @see <a href="https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git/tree/scripts/syscall.tbl">aarch64</a>
enum SystemCall {
    ACCT(163, 89),
    ADD_KEY(248, 217),
    ADJTIMEX(159, 171),
    BPF(321, 280),
    CHMOD(90, -1),
    CHOWN(92, -1),
    CHROOT(161, 51),
    CLOCK_ADJTIME(305, 266),
    CLOCK_SETTIME(227, 112),
    CLONE(56, 220),
    CLONE3(435, 435),
    CREAT(85, -1),
    DELETE_MODULE(176, 106),
    FANOTIFY_INIT(300, 262),
    FCHMOD(91, 52),
    FCHMODAT(268, 53),
    FCHMODAT2(452, 452),
    FCHOWN(93, 55),
    FCHOWNAT(260, 54),
    FILE_SETATTR(469, 469),
    FINIT_MODULE(313, 273),
    FREMOVEXATTR(199, 16),
    FSCONFIG(431, 431),
    FSETXATTR(190, 7),
    FSMOUNT(432, 432),
    FSOPEN(430, 430),
    FSPICK(433, 433),
    INIT_MODULE(175, 105),
    IOCTL(16, 29),
    IOPERM(173, -1),
    IOPL(172, -1),
    IOPRIO_SET(251, 30),
    IO_URING_ENTER(426, 426),
    IO_URING_REGISTER(427, 427),
    IO_URING_SETUP(425, 425),
    KCMP(312, 272),
    KEXEC_FILE_LOAD(320, 294),
    KEXEC_LOAD(246, 104),
    KEYCTL(250, 219),
    LCHOWN(94, -1),
    LOOKUP_DCOOKIE(212, 18),
    LREMOVEXATTR(198, 15),
    LSETXATTR(189, 6),
    MIGRATE_PAGES(256, 238),
    MKNOD(133, -1),
    MKNODAT(259, 33),
    MOUNT(165, 40),
    MOUNT_SETATTR(442, 442),
    MOVE_MOUNT(429, 429),
    MOVE_PAGES(279, 239),
    MQ_OPEN(240, 180),
    MQ_UNLINK(241, 181),
    MSGCTL(71, 187),
    MSGGET(68, 186),
    MSGRCV(70, 188),
    MSGSND(69, 189),
    NFSSERVCTL(180, 42),
    OPEN(2, -1),
    OPENAT(257, 56),
    OPENAT2(437, 437),
    OPEN_BY_HANDLE_AT(304, 265),
    OPEN_TREE(428, 428),
    OPEN_TREE_ATTR(467, 467),
    PERF_EVENT_OPEN(298, 241),
    PIDFD_GETFD(438, 438),
    PIVOT_ROOT(155, 41),
    PRLIMIT64(302, 261),
    PROCESS_MRELEASE(448, 448),
    PROCESS_VM_READV(310, 270),
    PROCESS_VM_WRITEV(311, 271),
    PTRACE(101, 117),
    QUOTACTL(179, 60),
    QUOTACTL_FD(443, 443),
    REBOOT(169, 142),
    REMOVEXATTR(197, 14),
    REMOVEXATTRAT(466, 466),
    REQUEST_KEY(249, 218),
    SEMCTL(66, 191),
    SEMGET(64, 190),
    SEMOP(65, 193),
    SEMTIMEDOP(220, 192),
    SETDOMAINNAME(171, 162),
    SETHOSTNAME(170, 161),
    SETNS(308, 268),
    SETPRIORITY(141, 140),
    SETTIMEOFDAY(164, 170),
    SETXATTR(188, 5),
    SETXATTRAT(463, 463),
    SHMAT(30, 196),
    SHMCTL(31, 195),
    SHMGET(29, 194),
    SOCKET(41, 198),
    SOCKETPAIR(53, 199),
    SWAPOFF(168, 225),
    SWAPON(167, 224),
    SYSLOG(103, 116),
    TRUNCATE(76, 45),
    UMOUNT2(166, 39),
    UNSHARE(272, 97),
    USELIB(134, -1),
    USERFAULTFD(323, 282),
    VHANGUP(153, 58);

    private final int onX86;
    private final int onArm;

    SystemCall(int onX86, int onArm) {
        this.onX86 = onX86;
        this.onArm = onArm;
    }

    /// Its number; nothing where a processor does not have it.
    OptionalInt on(Processor processor) {
        int number =
                switch (processor) {
                    case X86_64 -> onX86;
                    case AARCH64 -> onArm;
                };
        return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
