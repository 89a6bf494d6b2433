package dev.cattlegrid.effect.code;

import java.util.List;
import java.util.Set;

/// What PowerShell's cmdlets and the classes that scripts use most do.
///
/// Source: PowerShell 7.4, cmdlet reference; .NET 8 API: System.IO, System.Net, System.Environment.
final class PowerApi {
    private static final String CLASSES =
            """
            [io.file]::readalltext [io.file]::readalllines [io.file]::readallbytes [io.file]::readlines [io.file]::openread [io.file]::opentext: get-content 0 -> text
            [io.file]::writealltext [io.file]::writealllines [io.file]::writeallbytes [io.file]::create [io.file]::createtext: set-content 0 1 create
            [io.file]::appendalltext [io.file]::appendalllines: set-content 0 1 append
            [io.file]::openwrite [io.file]::setlastwritetime [io.file]::setattributes: item-property 0
            [io.file]::delete: remove-item 0
            [io.directory]::delete: remove-tree 0
            [io.file]::move [io.directory]::move: move-item 0 1
            [io.file]::copy: copy-item 0 1
            [io.file]::exists [io.directory]::exists [io.file]::getlastwritetime [io.file]::getattributes [io.path]::getextension [io.path]::getfilenamewithoutextension [io.path]::haschangedextension [io.path]::ispathrooted [io.path]::getinvalidfilenamechars: pure
            [io.path]::combine [io.path]::join: join-path -> path
            [io.path]::getfullpath: same 0 -> path
            [io.path]::getdirectoryname: split-path 0 -> path
            [io.path]::getfilename: base 0 -> text
            [io.path]::gettempfilename [io.path]::gettemppath [io.path]::getrandomfilename: temp -> path
            [io.directory]::createdirectory: new-item 0
            [io.directory]::getfiles [io.directory]::getdirectories [io.directory]::enumeratefiles [io.directory]::getfilesystementries: get-items 0 -> many
            [io.directory]::getcurrentdirectory: cwd -> path
            [io.directory]::setcurrentdirectory: change-place 0
            [io.compression.zipfile]::extracttodirectory: expand-files 0 1
            [io.compression.zipfile]::createfromdirectory: compress 0 1
            [environment]::getenvironmentvariable: env 0
            [environment]::getenvironmentvariables: environment
            [environment]::setenvironmentvariable: setenv 0 1
            [environment]::getfolderpath [environment]::exit [environment]::expandenvironmentvariables: pure
            [diagnostics.process]::start: start 0 1
            [convert]::frombase64string: base64 0 -> text
            [net.dns]::gethostaddresses [net.dns]::gethostentry: ping 0
            webclient.downloadstring webclient.downloaddata webclient.openread: http GET 0 -> response
            webclient.downloadfile: retrieve 0 1
            webclient.uploadstring webclient.uploaddata webclient.uploadvalues: http POST 0 -> response
            httpclient.getstringasync httpclient.getasync httpclient.getbytearrayasync: http GET 0 -> response
            httpclient.postasync httpclient.putasync httpclient.sendasync: http POST 0 -> response
            httpclient.deleteasync: http DELETE 0 -> response
            socket.getstream: same self -> socket
            socket.read socket.readline socket.receive: recv
            socket.write socket.writeline socket.send: sendself 0
            file.write file.writeline: writeself 0
            file.close file.dispose file.flush socket.close socket.dispose socket.flush webclient.dispose httpclient.dispose: pure
            [env]: env 0
            [setenv]: setenv 0 1
            [char]: character 0 -> text
            [scriptblock]::create: eval 0
            [first]: first 0
            [out]: out
            [method]: method
            [getstring]: getstring 0
            [redirect]: redirect 0 1
            [native]: native 0
            [invoke]: invoke
            [look]: look
            [secret]: secret
            """;

    private static final Set<String> PLAIN =
            Set.of(
                    "math",
                    "string",
                    "int",
                    "int32",
                    "int64",
                    "long",
                    "double",
                    "decimal",
                    "bool",
                    "byte",
                    "float",
                    "char",
                    "datetime",
                    "datetimeoffset",
                    "timespan",
                    "guid",
                    "regex",
                    "version",
                    "uri",
                    "array",
                    "convert",
                    "bitconverter",
                    "console",
                    "random",
                    "object",
                    "psobject",
                    "pscustomobject",
                    "hashtable",
                    "exception",
                    "management.automation.psobject",
                    "management.automation.pscredential",
                    "net.networkcredential",
                    "io.memorystream",
                    "io.stringreader",
                    "io.stringwriter",
                    "xml.xmldocument",
                    "timezoneinfo",
                    "gc",
                    "enum",
                    "nullable",
                    "linq.enumerable",
                    "web.httputility",
                    "net.webutility",
                    "net.ipaddress",
                    "net.servicepointmanager",
                    "threading.thread",
                    "diagnostics.stopwatch",
                    "runtime.interopservices.runtimeinformation",
                    "security.principal.windowsidentity",
                    "security.principal.windowsprincipal",
                    "data.datatable",
                    "stringcomparison",
                    "environment",
                    "io.fileinfo",
                    "io.directoryinfo",
                    "mailaddress",
                    "net.mail.mailaddress");

    private static final List<String> PLAIN_ROOMS =
            List.of(
                    "collections.",
                    "text.",
                    "globalization.",
                    "numerics.",
                    "security.cryptography.",
                    "net.http.stringcontent",
                    "byte[",
                    "string[",
                    "object[",
                    "int[",
                    "char[");

    static final Api TABLE = Api.of("powershell", table(), "[pure]", "[own]");

    private PowerApi() {}

    /// Whether what a class makes, and what its own functions do, stays inside.
    static boolean isPlainType(String type) {
        return PLAIN.contains(type) || PLAIN_ROOMS.stream().anyMatch(type::startsWith);
    }

    private static String table() {
        var all = new StringBuilder(CLASSES);
        for (String line : CmdletTable.TEXT.split("\n")) {
            int colon = line.indexOf(": ");
            String rest = line.substring(colon + 2).strip();
            int bar = rest.indexOf('|');
            boolean own = Set.of("loop", "filter", "variable", "unread").contains(rest);
            if (!own) {
                String names = line.substring(0, colon).strip();
                all.append(bar < 0 ? names : own(names))
                        .append(": ")
                        .append(row(bar < 0 ? rest : rest.substring(0, bar).strip()))
                        .append('\n');
            }
        }
        return all.toString();
    }

    /// The names that are no aliases.
    private static String own(String names) {
        var own = new StringBuilder();
        for (String name : names.split(" +")) {
            own.append(own.isEmpty() || name.indexOf('-') > 0 ? name + " " : "");
        }
        return own.toString();
    }

    private static String row(String rest) {
        return rest.equals("[out]") ? "out" : rest;
    }
}
