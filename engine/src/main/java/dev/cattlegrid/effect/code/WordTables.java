package dev.cattlegrid.effect.code;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The words of Perl, Ruby, PHP and Lua that reach outside, and their modules that do not.
///
/// Source: perlfunc and perlop 5.38; Ruby 3.4 core: Kernel, IO, File, Dir, FileUtils, Process; PHP manual: program
/// execution, file system, network; Lua 5.4 manual, 6.
final class WordTables {
    private static final Map<String, Map<String, String>> TABLES =
            Map.of(
                    "perl",
                    table(
                            """
                            script: system exec qx
                            delete: unlink rmdir rmtree remove_tree
                            move: rename
                            open: open sysopen
                            write: mkdir mkpath make_path
                            edit: truncate utime chmod chown link symlink
                            net: socket connect bind listen accept send recv IO::Socket LWP HTTP::Tiny Net::HTTP Socket IO::Socket::INET LWP::Simple LWP::UserAgent getstore WWW::Mechanize
                            opaque: eval require do syscall fork kill dbmopen fcntl ioctl dump evalbytes POSIX Inline DynaLoader XSLoader File::Copy File::Path copy File::Find
                            env: ENV
                            """),
                    "ruby",
                    table(
                            """
                            script: system exec spawn popen popen2 popen3 capture2 capture2e capture3 Open3 sh
                            delete: unlink delete rmdir rm rm_f
                            delete-tree: rm_r rm_rf remove_entry remove_dir rmtree remove_entry_secure
                            move: rename mv move
                            read: read readlines foreach binread load_file
                            open: open new
                            write: mkdir mkdir_p touch binwrite makedirs
                            write2: write
                            edit: truncate chmod chown chmod_R chown_R ln_s symlink ln link
                            lose: delete_all destroy_all drop_table drop_database truncate_tables
                            sql: execute exec_query
                            net: Net TCPSocket UDPSocket UNIXSocket Socket TCPServer URI.open OpenURI Faraday HTTParty RestClient open-uri
                            opaque: eval instance_eval class_eval module_eval fork kill syscall Fiddle trap binding send public_send __send__ const_get instance_method Marshal require_relative load method
                            env: ENV
                            """),
                    "php",
                    table(
                            """
                            script: system exec shell_exec passthru popen proc_open
                            delete: unlink rmdir
                            move: rename
                            read: file_get_contents readfile file show_source highlight_file parse_ini_file simplexml_load_file
                            open: fopen
                            write2: file_put_contents
                            write: mkdir touch copy tempnam move_uploaded_file symlink link
                            edit: chmod chown chgrp ftruncate
                            lose: truncate dropIfExists dropAllTables
                            sql: statement unprepared
                            net: fsockopen pfsockopen curl_exec curl_init stream_socket_client socket_connect socket_create mail ftp_connect ssh2_connect SoapClient stream_socket_server
                            opaque: eval assert include include_once require require_once create_function call_user_func call_user_func_array pcntl_exec pcntl_fork dl unserialize extract FFI preg_replace_callback array_map ReflectionFunction posix_kill ini_set putenv
                            env: getenv _ENV _SERVER phpinfo
                            """),
                    "lua",
                    table(
                            """
                            script: execute popen
                            delete: remove
                            move: rename
                            read: lines
                            open: open output input
                            net: socket
                            opaque: load loadstring loadfile dofile require debug package ffi
                            env: getenv
                            """));

    /// Modules that only work on what they are given.
    private static final Set<String> PURE =
            Set.of(
                    "strict",
                    "warnings",
                    "utf8",
                    "feature",
                    "List::Util",
                    "Scalar::Util",
                    "Data::Dumper",
                    "JSON",
                    "JSON::PP",
                    "JSON::XS",
                    "POSIX",
                    "Time::HiRes",
                    "Time::Local",
                    "Time::Piece",
                    "Encode",
                    "MIME::Base64",
                    "Digest::MD5",
                    "Digest::SHA",
                    "Getopt::Long",
                    "constant",
                    "integer",
                    "bigint",
                    "v5",
                    "Text::Wrap",
                    "Math::Trig",
                    "Math::BigInt",
                    "Unicode::Normalize",
                    "open",
                    "vars",
                    "lib",
                    "Carp",
                    "Storable",
                    "Text::ParseWords",
                    "parent",
                    "base",
                    "re",
                    "json",
                    "yaml",
                    "set",
                    "date",
                    "time",
                    "csv",
                    "erb",
                    "digest",
                    "base64",
                    "securerandom",
                    "pp",
                    "stringio",
                    "bigdecimal",
                    "ostruct",
                    "optparse",
                    "psych",
                    "strscan",
                    "tempfile",
                    "fileutils",
                    "pathname",
                    "English",
                    "shellwords",
                    "zlib",
                    "benchmark",
                    "open3",
                    "uri",
                    "socket",
                    "net/http",
                    "open-uri");

    private static Map<String, String> table(String text) {
        var words = new HashMap<String, String>();
        for (String line : text.split("\n")) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                for (String word : line.substring(colon + 2).strip().split("\\s+")) {
                    words.put(word, line.substring(0, colon).strip());
                }
            }
        }
        return words;
    }

    private WordTables() {}

    /// What each word of a language does.
    static Map<String, String> of(String language) {
        return TABLES.getOrDefault(language, Map.of());
    }

    /// Whether a module only works on what it is given.
    static boolean isPure(String module) {
        return PURE.contains(module);
    }
}
