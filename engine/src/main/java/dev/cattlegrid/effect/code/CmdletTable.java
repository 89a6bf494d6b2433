package dev.cattlegrid.effect.code;

/// The table that [Cmdlets] and [PowerApi] read.
///
/// Source: PowerShell 7.4 and Windows PowerShell 5.1, cmdlet reference.
final class CmdletTable {
    static final String TEXT =
            """
            foreach-object foreach %: loop
            where-object where ? sort-object sort group-object group measure-object measure select-object select: filter
            set-variable sv new-variable nv: variable
            set-alias sal new-alias nal import-alias ipal set-psbreakpoint update-typedata update-formatdata: unread
            get-date get-random get-securerandom get-unique gu get-member gm get-command gcm get-help help man get-alias gal get-variable gv clear-variable clv remove-variable rv get-host get-culture get-uiculture get-timezone get-uptime get-verb get-module gmo get-psdrive gdr get-psprovider get-pssession gsn get-job gjb receive-job rcjb wait-job wjb remove-job rjb get-process gps ps get-service gsv get-hotfix get-computerinfo get-eventlog get-winevent get-wmiobject gwmi get-ciminstance gcim get-counter get-executionpolicy get-psrepository get-error get-history ghy h history get-location gl pwd get-psreadlineoption get-psreadlinekeyhandler get-runspace get-packageprovider get-package gip: pure
            format-table ft format-list fl format-wide fw format-custom fc out-string oss out-null out-host oh out-default out-gridview ogv write-verbose write-debug write-warning write-error write-information write-progress write-eventlog: pure
            write-output echo write write-host: [out]
            convertto-json convertfrom-json convertto-csv convertfrom-csv convertto-xml convertto-html convertfrom-stringdata convertfrom-markdown convertto-securestring convertfrom-securestring join-string new-timespan new-guid clear-host cls clear start-sleep sleep set-strictmode set-psdebug set-psreadlineoption set-psreadlinekeyhandler read-host test-path test-json test-modulemanifest get-itemproperty gp get-itempropertyvalue gpv get-acl set-clipboard scb new-scheduledtaskaction new-scheduledtasktrigger new-scheduledtaskprincipal new-scheduledtasksettingsset new-scheduledtask compare-object compare diff measure-command new-jobtrigger wait-event get-event wait-process start-job sajb start-threadjob stop-job spjb pop-location popd new-pssessionoption: pure
            join-path: join-path -> path | ^path childpath additionalchildpath | resolve | credential
            split-path: split-path 0 -> path | ^path | parent leaf leafbase extension qualifier noqualifier isabsolute resolve | literalpath=path
            resolve-path rvpa convert-path cvpa: same 0 -> path | ^path | relative force | literalpath=path relativebasepath
            get-content gc cat type: get-content 0 -> text | ^path | raw wait force asbytestream | literalpath=path pspath=path totalcount head=totalcount first=totalcount tail last=tail encoding readcount delimiter filter include exclude stream
            import-csv ipcsv import-clixml import-powershelldatafile: get-content 0 | ^path delimiter | useculture | literalpath=path header encoding
            select-string sls: search 1 | pattern ^path | simplematch quiet list casesensitive notmatch allmatches raw noemphasis | literalpath=path include exclude encoding context inputobject culture
            select-xml: search 1 | xpath path | | literalpath=path namespace content xml
            get-filehash format-hex fhx: search 0 | ^path algorithm | | literalpath=path encoding count offset inputstream
            get-item gi: same-item 0 -> path | ^path | force | literalpath=path filter include exclude stream credential
            get-childitem gci ls dir: get-items 0 -> many | ^path filter | recurse force name file directory hidden readonly system followsymlink s=recurse | literalpath=path pspath=path include exclude depth attributes attr=attributes
            set-content sc: set-content 0 1 create | path ^value | force nonewline asbytestream passthru | literalpath=path encoding filter include exclude stream
            add-content ac: set-content 0 1 append | path ^value | force nonewline asbytestream passthru | literalpath=path encoding filter include exclude stream
            out-file: set-content 0 1 create | path encoding ^inputobject | append force noclobber nonewline | filepath=path literalpath=path width
            tee-object tee: set-content 0 1 create | path ^inputobject | append | filepath=path literalpath=path variable encoding
            export-csv epcsv: set-content 0 1 create | path delimiter ^inputobject | append force noclobber notypeinformation nti=notypeinformation useculture includetypeinformation | literalpath=path encoding quotefields usequotes
            export-clixml: set-content 0 1 create | path ^inputobject | force noclobber | literalpath=path depth encoding
            start-transcript: set-content 0 1 create | path none | append force noclobber includeinvocationheader useminimalheader | literalpath=path outputdirectory
            stop-transcript: pure
            clear-content clc: set-content 0 1 create | ^path none | force | literalpath=path filter include exclude stream
            new-item ni: new-item 0 | ^path name | force | itemtype type=itemtype value target=value credential
            mkdir md: new-item 0 | ^path name | force | itemtype value
            new-temporaryfile: temp -> path | | |
            copy-item cpi copy cp: copy-item 0 1 | ^path destination | recurse force container passthru | literalpath=path filter include exclude credential fromsession tosession
            move-item mi move mv: move-item 0 1 | ^path destination | force passthru | literalpath=path filter include exclude credential
            rename-item rni ren: rename-item 0 1 | ^path newname | force passthru | literalpath=path credential
            remove-item ri del erase rd rmdir rm: remove-item 0 | ^path | recurse force | literalpath=path pspath=path filter include exclude credential stream
            set-item si: set-item 0 1 | path ^value | force passthru | literalpath=path filter include exclude credential
            clear-item cli: set-item 0 1 | ^path none | force | literalpath=path filter include exclude credential
            set-itemproperty sp new-itemproperty: item-property 0 | ^path name value | force passthru | literalpath=path propertytype type=propertytype inputobject filter include exclude
            remove-itemproperty rp rename-itemproperty rnp clear-itemproperty clp copy-itemproperty move-itemproperty: item-property 0 | ^path name newname | force passthru | literalpath=path destination filter include exclude
            set-acl: item-rights 0 | ^path aclobject | passthru clearcentralaccesspolicy | literalpath=path filter include exclude
            unblock-file: item-rights 0 | ^path | | literalpath=path
            set-location cd chdir sl push-location pushd: change-place 0 | ^path | passthru | literalpath=path stackname
            compress-archive: compress 0 1 | ^path destinationpath | update force passthru | literalpath=path compressionlevel
            expand-archive: expand-files 0 1 | ^path destinationpath | force passthru | literalpath=path
            invoke-expression iex: eval 0 | ^command | |
            invoke-webrequest iwr curl wget invoke-restmethod irm: web 0 | ^uri | usebasicparsing usedefaultcredentials skipcertificatecheck disablekeepalive passthru followrellink resume allowunencryptedauthentication preserveauthorizationonredirect skipheadervalidation skiphttperrorcheck noproxy allowinsecureredirect proxyusedefaultcredentials preservehttpmethodonredirect | method custommethod=method body headers contenttype outfile infile form timeoutsec useragent websession sessionvariable credential authentication token certificate certificatethumbprint proxy proxycredential maximumredirection maximumretrycount retryintervalsec transferencoding sslprotocol httpversion statuscodevariable responseheadersvariable connectiontimeoutseconds operationtimeoutseconds unixsocket
            start-bitstransfer: bits 0 1 | ^source destination | asynchronous | displayname description priority transfertype credential proxyusage
            test-connection: ping 0 | targetname | quiet ipv4 ipv6 traceroute mtusize repeat ping resolvedestination | computername=targetname count tcpport buffersize delay timeoutseconds maxhops
            test-netconnection tnc resolve-dnsname: ping 0 | targetname type | traceroute dnsonly | computername=targetname name=targetname port informationlevel server
            start-process saps start: start 0 1 | path arguments | nonewwindow wait passthru loaduserprofile usenewenvironment | filepath=path argumentlist=arguments args=arguments verb workingdirectory windowstyle redirectstandardoutput redirectstandarderror redirectstandardinput credential environment
            invoke-item ii: opened 0 | ^path | | literalpath=path filter include exclude
            stop-process spps kill: stop-process 0 | ^id | force passthru | name processname=name inputobject
            invoke-command icm: elsewhere 0 | computername scriptblock | asjob hidecomputername nonewscope usessl indisconnectedsession | argumentlist args=argumentlist session credential filepath port configurationname authentication throttlelimit vmname containerid hostname username keyfilepath inputobject command=scriptblock cn=computername
            enter-pssession etsn new-pssession nsn: elsewhere 0 | computername scriptblock | usessl | session credential port configurationname authentication hostname username keyfilepath name
            import-module ipmo: module 0 | ^name | force global passthru disablenamechecking noclobber skipeditioncheck usewindowspowershell ascustomobject | requiredversion minimumversion maximumversion function cmdlet variable alias prefix scope argumentlist
            remove-module rmo: pure
            invoke-pester invoke-build invoke-psake: project
            invoke-scriptanalyzer: pure
            install-module inmo install-script install-psresource update-module update-psresource install-package: install psgallery 0 | ^name | force allowclobber allowprerelease prerelease acceptlicense skippublishercheck trustrepository reinstall quiet passthru nopathupdate skipdependencies skipdependenciescheck | scope repository requiredversion version minimumversion maximumversion source providername credential proxy destination
            save-module save-script save-psresource: install psgallery 0 | ^name path | force allowprerelease prerelease acceptlicense trustrepository quiet skipdependenciescheck | repository requiredversion version minimumversion maximumversion literalpath=path
            uninstall-module uninstall-script uninstall-package uninstall-psresource: manage packages change | ^name | force allversions allowprerelease skipdependencycheck | requiredversion version minimumversion maximumversion scope
            install-packageprovider register-psrepository set-psrepository register-packagesource set-packagesource register-psresourcerepository set-psresourcerepository: manage packages change | ^name | force trusted default forcebootstrap | installationpolicy sourcelocation publishlocation scriptsourcelocation minimumversion requiredversion scope providername location uri source priority
            publish-module publish-script publish-psresource: remote psgallery publish | name | force skipautomatictags allowprerelease skipdependenciescheck | path nugetapikey apikey repository requiredversion
            start-service sasv restart-service resume-service set-service: manage services change | ^name | force passthru | displayname include exclude startuptype status description inputobject credential
            stop-service spsv suspend-service: manage services change | ^name | force nowait passthru | displayname include exclude inputobject
            remove-service: manage services destroy | ^name | | inputobject
            new-service: persist service | name binarypathname | | displayname description startuptype credential dependson
            register-scheduledtask set-scheduledtask register-scheduledjob: persist scheduled-task | taskname action | force | trigger settings principal user password xml inputobject taskpath description runlevel name=taskname scriptblock filepath
            enable-scheduledtask start-scheduledtask: persist scheduled-task | ^taskname taskpath | | inputobject
            disable-scheduledtask stop-scheduledtask unregister-scheduledtask: manage tasks change | ^taskname taskpath | | inputobject
            register-wmievent register-cimindicationevent register-objectevent register-engineevent: persist event | query action | forward supportevent | namespace class messagedata sourceidentifier inputobject eventname
            set-executionpolicy: manage protection weaken | executionpolicy scope | force |
            set-mppreference add-mppreference remove-mppreference disable-windowserrorreporting: manage protection weaken | name value | force | disablerealtimemonitoring exclusionpath exclusionprocess exclusionextension disableioavprotection disablebehaviormonitoring disablescriptscanning mapsreporting submitsamplesconsent enablecontrolledfolderaccess puaprotection disableblockatfirstseen
            set-netfirewallprofile disable-netfirewallrule remove-netfirewallrule: manage firewall weaken | name | all | profile enabled displayname group displaygroup defaultinboundaction defaultoutboundaction
            new-netfirewallrule set-netfirewallrule enable-netfirewallrule: manage firewall change | name | | displayname direction action protocol localport remoteport remoteaddress localaddress profile program enabled group displaygroup service description
            clear-eventlog remove-eventlog limit-eventlog clear-history clhy: manage logging weaken | logname | force | computername source maximumsize overflowaction retentiondays id count newest
            stop-computer restart-computer: manage power destroy | computername | force wait asjob | delay timeout credential
            rename-computer add-computer remove-computer set-date set-timezone checkpoint-computer: manage machine change | name | force restart passthru | newname computername credential domainname workgroupname adjust id description date=name
            new-localuser set-localuser enable-localuser disable-localuser new-localgroup add-localgroupmember set-localgroup rename-localuser: manage users change | ^name member | nopassword passwordneverexpires usermaynotchangepassword accountneverexpires disabled | password fullname description group=name newname
            remove-localuser remove-localgroup remove-localgroupmember: manage users destroy | ^name member | | group=name
            enable-psremoting enable-wsmancredssp set-wsmanquickconfig: manage remoting weaken | role | force skipnetworkprofilecheck | delegatecomputer
            enable-windowsoptionalfeature disable-windowsoptionalfeature install-windowsfeature uninstall-windowsfeature add-windowsfeature remove-windowsfeature add-windowscapability remove-windowscapability add-appxpackage remove-appxpackage set-netadapter disable-netadapter enable-netadapter new-netipaddress set-dnsclientserveraddress set-netipaddress new-smbshare remove-smbshare: manage machine change | ^name | online norestart all includemanagementtools includeallsubfeature restart remove allusers | featurename=name path source interfacealias interfaceindex serveraddresses ipaddress prefixlength defaultgateway fullaccess readaccess package=name
            format-volume clear-disk initialize-disk remove-partition resize-partition clear-recyclebin remove-virtualdisk remove-computerrestorepoint disable-computerrestore: manage disks destroy | driveletter | force full removedata removeoem quick | filesystem newfilesystemlabel allocationunitsize number partitionnumber size partitionstyle disknumber drive=driveletter
            new-partition set-partition set-disk mount-diskimage dismount-diskimage new-psdrive ndr mount remove-psdrive rdr: manage disks change | name psprovider root | force persist assigndriveletter usemaximumsize | disknumber size driveletter newdriveletter number imagepath=name credential scope description
            enable-bitlocker disable-bitlocker lock-bitlocker unlock-bitlocker: manage disks weaken | mountpoint | usedspaceonly | password recoverykeypath encryptionmethod
            send-mailmessage: mail | to subject body | usessl bodyashtml | from smtpserver port credential attachments cc bcc priority encoding
            out-printer lp: mail | name ^inputobject none | |
            new-object: new-object 0 1 2 3 | typename argumentlist second third | strict | comobject property args=argumentlist
            """;

    private CmdletTable() {}
}
