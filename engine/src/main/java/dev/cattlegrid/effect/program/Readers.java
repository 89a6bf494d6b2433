package dev.cattlegrid.effect.program;

import java.util.Map;
import java.util.Optional;

/// The programs that a card cannot describe, and who reads them: one line a reader.
final class Readers {
    private static final Map<String, Reader> BY_NAME =
            Map.ofEntries(
                    Map.entry("7z", TarReader::sevenZip),
                    Map.entry("7za", TarReader::sevenZip),
                    Map.entry("7zr", TarReader::sevenZip),
                    Map.entry("7zz", TarReader::sevenZip),
                    Map.entry("ar", TarReader::ar),
                    Map.entry("aria2c", NetReaders::download),
                    Map.entry("awk", AwkReader::read),
                    Map.entry("axel", NetReaders::download),
                    Map.entry("bsdtar", TarReader::read),
                    Map.entry("cpio", TarReader::cpio),
                    Map.entry("curl", CurlReader::read),
                    Map.entry("dcfldd", DdReader::read),
                    Map.entry("dd", DdReader::read),
                    Map.entry("find", FindReader::read),
                    Map.entry("ftp", NetReaders::talk),
                    Map.entry("gawk", AwkReader::read),
                    Map.entry("gdd", DdReader::read),
                    Map.entry("gfind", FindReader::read),
                    Map.entry("git", GitReader::read),
                    Map.entry("gsed", SedReader::read),
                    Map.entry("gtar", TarReader::read),
                    Map.entry("gxargs", XargsReader::read),
                    Map.entry("http", NetReaders::httpie),
                    Map.entry("https", NetReaders::httpie),
                    Map.entry("mawk", AwkReader::read),
                    Map.entry("nawk", AwkReader::read),
                    Map.entry("nc", NetReaders::nc),
                    Map.entry("nc.openbsd", NetReaders::nc),
                    Map.entry("nc.traditional", NetReaders::nc),
                    Map.entry("ncat", NetReaders::nc),
                    Map.entry("netcat", NetReaders::nc),
                    Map.entry("powershell", PowerShellReader::read),
                    Map.entry("powershell.exe", PowerShellReader::read),
                    Map.entry("pwsh", PowerShellReader::read),
                    Map.entry("pwsh-preview", PowerShellReader::read),
                    Map.entry("pwsh.exe", PowerShellReader::read),
                    Map.entry("rsync", RsyncReader::read),
                    Map.entry("scp", SshReaders::scp),
                    Map.entry("sed", SedReader::read),
                    Map.entry("sftp", SshReaders::sftp),
                    Map.entry("socat", NetReaders::socat),
                    Map.entry("ssh", SshReaders::ssh),
                    Map.entry("ssh-add", SshReaders::add),
                    Map.entry("ssh-copy-id", SshReaders::copyId),
                    Map.entry("ssh-keygen", SshReaders::keygen),
                    Map.entry("tar", TarReader::read),
                    Map.entry("telnet", NetReaders::talk),
                    Map.entry("tftp", NetReaders::talk),
                    Map.entry("unzip", TarReader::unzip),
                    Map.entry("wget", WgetReader::read),
                    Map.entry("xargs", XargsReader::read),
                    Map.entry("xh", NetReaders::httpie),
                    Map.entry("xhs", NetReaders::httpie),
                    Map.entry("zip", TarReader::zip));

    private Readers() {}

    static Optional<Reader> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
