package dev.cattlegrid.effect.program;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The options of git's commands, as [Options] tables.
///
/// Source: the manual pages of git 2.47, git(1) and git-*(1). An option that stands here is either harmless in
/// every form or looked at by the reader of its command.
final class GitTables {
    static final Options GLOBAL =
            Options.of(
                            """
                            -v,--version -h,--help -C= -c= --config-env= --exec-path? --html-path --man-path --info-path
                            -p,--paginate -P,--no-pager --no-replace-objects --bare --git-dir= --work-tree= --namespace=
                            --super-prefix= --list-cmds= --literal-pathspecs --glob-pathspecs --noglob-pathspecs
                            --icase-pathspecs --no-optional-locks --attr-source= --no-lazy-fetch --no-advice
                            """)
                    .stopping()
                    .unabbreviated();

    private static final String DIFF =
            """
            -p,-u,--patch -s,--no-patch -U=,--unified= --output= --output-indicator-new= --output-indicator-old=
            --output-indicator-context= --raw --patch-with-raw --indent-heuristic --no-indent-heuristic --minimal
            --patience --histogram --anchored= --diff-algorithm= --stat? --compact-summary --numstat --shortstat
            -X?,--dirstat? --cumulative --dirstat-by-file? --summary --patch-with-stat -z --name-only --name-status
            --submodule? --color? --no-color --color-moved? --no-color-moved --color-moved-ws= --no-color-moved-ws
            --word-diff? --word-diff-regex= --color-words? --no-renames --rename-empty --no-rename-empty --check
            --ws-error-highlight= --full-index --binary --abbrev? --no-abbrev -B?,--break-rewrites?
            -M?,--find-renames? -C?,--find-copies? --find-copies-harder -D,--irreversible-delete -l= --diff-filter=
            -S= -G= --find-object= --pickaxe-all --pickaxe-regex -O= --skip-to= --rotate-to= -R --relative?
            --no-relative -a,--text --ignore-cr-at-eol --ignore-space-at-eol -b,--ignore-space-change
            -w,--ignore-all-space --ignore-blank-lines -I=,--ignore-matching-lines= -W,--function-context --exit-code
            -q,--quiet --ext-diff --no-ext-diff --textconv --no-textconv --ignore-submodules? --src-prefix=
            --dst-prefix= --no-prefix --default-prefix --line-prefix= --ita-invisible-in-index
            --ita-visible-in-index --stat-width= --stat-name-width= --stat-count= --stat-graph-width=
            --cached,--staged --merge-base --no-index -c --cc -m -t -r --base --ours --theirs --diff-merges=
            --no-diff-merges --combined-all-paths --remerge-diff --dd --stdin
            """;

    private static final String LOG =
            """
            --follow --no-decorate --decorate? --decorate-refs= --decorate-refs-exclude= --clear-decorations --source
            --mailmap --no-mailmap --use-mailmap --log-size -L= -n=,--max-count= --skip= --since=,--after=
            --until=,--before= --since-as-filter= --author= --committer= --grep-reflog= --grep= --all-match
            --invert-grep -i,--regexp-ignore-case --basic-regexp -E,--extended-regexp -F,--fixed-strings
            -P,--perl-regexp --remove-empty --merges --no-merges --min-parents= --max-parents= --no-min-parents
            --no-max-parents --first-parent --exclude-first-parent-only --not --all --branches? --tags? --remotes?
            --glob= --exclude= --exclude-hidden= --reflog --alternate-refs --single-worktree --ignore-missing
            --bisect --cherry-mark --cherry-pick --left-only --right-only --cherry -g,--walk-reflogs --merge --boundary
            --simplify-by-decoration --show-pulls --full-history --dense --sparse --simplify-merges --ancestry-path?
            --date-order --author-date-order --topo-order --reverse --no-walk? --do-walk --pretty? --format=
            --abbrev-commit --no-abbrev-commit --oneline --encoding= --expand-tabs? --no-expand-tabs --notes?
            --no-notes --show-notes? --standard-notes --no-standard-notes --show-signature --relative-date --date=
            --parents --children --left-right --graph --no-graph --show-linear-break? --count --timestamp --objects
            --objects-edge --in-commit-order --header --no-commit-header --commit-header --disk-usage?
            --use-bitmap-index --progress= --unpacked --filter= --no-filter --max-age= --min-age= --root -v
            --full-diff --no-object-names --bisect-vars --bisect-all --missing=
            """;

    private static final String GREP =
            """
            --cached --untracked --no-index --no-exclude-standard --exclude-standard --recurse-submodules -a,--text
            --textconv --no-textconv -i,--ignore-case -I --max-depth= -r,--recursive --no-recursive -w,--word-regexp
            -v,--invert-match -h -H --full-name -E,--extended-regexp -G,--basic-regexp -P,--perl-regexp
            -F,--fixed-strings -n,--line-number --column -l,--files-with-matches,--name-only -L,--files-without-match
            -O?,--open-files-in-pager? -z,--null -o,--only-matching -c,--count --color? --no-color --break --heading
            -p,--show-function -C=,--context= -A=,--after-context= -B=,--before-context= -W,--function-context
            -m=,--max-count= --threads= -f= -e= --and --or --not --all-match -q,--quiet --no-line-number
            """;

    private static final String OTHERS =
            """
            status: -s,--short -b,--branch --show-stash --porcelain? --long -v,--verbose -u?,--untracked-files?
              --ignore-submodules? --ignored? -z --column? --no-column --ahead-behind --no-ahead-behind --renames
              --no-renames --find-renames? --no-ignored --no-short
            blame: -b --root --show-stats -L= -l -t -S= --reverse? -p,--porcelain --line-porcelain --incremental
              --encoding= --contents= --date= -M? -C? --ignore-rev= --ignore-revs-file= --color-lines --color-by-age
              -h -c --score-debug -f,--show-name -n,--show-number -s -e,--show-email -w --abbrev= --progress
              --no-progress --first-parent --since=
            shortlog: -n,--numbered -s,--summary -e,--email --format= --date= --group= -c,--committer -w? --all
              --no-merges --merges --since=,--after= --until=,--before= --author= --max-count= --branches? --tags?
              --remotes? --grep= --first-parent --not --encoding=
            describe: --dirty? --broken? --all --tags --contains --abbrev= --candidates= --exact-match --debug --long
              --match= --exclude= --always --first-parent
            rev-parse: --parseopt --sq-quote --keep-dashdash --stop-at-non-option --stuck-long --revs-only --no-revs
              --flags --no-flags --default= --prefix= --verify -q,--quiet --sq --short? --not --abbrev-ref? --symbolic
              --symbolic-full-name --output-object-format= --all --branches? --tags? --remotes? --glob= --exclude=
              --exclude-hidden= --disambiguate= --local-env-vars --path-format= --git-dir --git-common-dir
              --resolve-git-dir= --git-path= --show-toplevel --show-superproject-working-tree --shared-index-path
              --absolute-git-dir --is-inside-git-dir --is-inside-work-tree --is-bare-repository
              --is-shallow-repository --show-cdup --show-prefix --show-object-format? --show-ref-format --since=
              --after= --until= --before= --end-of-options
            ls-files: -c,--cached -d,--deleted -m,--modified -o,--others -i,--ignored -s,--stage --directory
              --no-empty-directory -u,--unmerged -k,--killed --resolve-undo -z --deduplicate -x=,--exclude=
              -X=,--exclude-from= --exclude-per-directory= --exclude-standard --error-unmatch --with-tree= -t -v -f
              --full-name --recurse-submodules --abbrev? --debug --eol --sparse --format=
            ls-tree: -d -r -t -l,--long -z --name-only --name-status --object-only --abbrev? --full-name --full-tree
              --format=
            ls-remote: -b,--branches --heads -t,--tags -h --refs -q,--quiet --upload-pack=,--exec= --exit-code
              --get-url --sort= --symref -o=,--server-option=
            cat-file: -t -s -e -p --allow-unknown-type --mailmap --no-mailmap --use-mailmap --textconv --filters
              --path= --batch? --batch-check? --batch-command? --batch-all-objects --buffer --unordered
              --follow-symlinks -Z -z --filter= --no-filter
            merge-base: -a,--all --octopus --independent --is-ancestor --fork-point
            name-rev: --tags --refs= --exclude= --all --annotate-stdin --stdin --name-only --no-undefined --always
            show-ref: --head -d,--dereference -s,--hash? --verify --exists --abbrev? -q,--quiet --tags --heads
              --branches --exclude-existing?
            for-each-ref: --count= --sort= --format= --color? --shell --perl --python --tcl --points-at= --merged?
              --no-merged? --contains? --no-contains? --ignore-case --omit-empty --exclude= --include-root-refs
              --stdin
            show-branch: -r,--remotes -a,--all --current --topo-order --date-order --sparse --more= --list
              --merge-base --independent --no-name --sha1-name --topics -g?,--reflog? --color? --no-color
            count-objects: -v,--verbose -H,--human-readable
            check-ignore: -q,--quiet -v,--verbose --stdin -z -n,--non-matching --no-index
            check-attr: -a,--all --stdin -z --cached --source=
            check-ref-format: --normalize --branch --allow-onelevel --no-allow-onelevel --refspec-pattern --print
            check-mailmap: --stdin
            var: -l
            version: --build-options
            help: -a,--all -g,--guides -c,--config -i,--info -m,--man -w,--web --verbose --no-external-commands
              --no-aliases --user-interfaces --developer-interfaces
            cherry: -v --abbrev?
            range-diff: --no-dual-color --creation-factor= --left-only --right-only --notes? --no-notes
            fsck: --tags --root --unreachable --cache --reflogs --no-reflogs --full --no-full --strict --verbose
              --connectivity-only --dangling --no-dangling --progress --no-progress --name-objects
              --lost-found
            verify-commit: -v,--verbose --raw
            verify-tag: -v,--verbose --raw --format=
            verify-pack: -v,--verbose -s,--stat-only
            whatchanged:
            get-tar-commit-id:
            patch-id: --stable --unstable --verbatim
            stripspace: -s,--strip-comments -c,--comment-lines
            interpret-trailers: --in-place --trim-empty --trailer= --where= --no-where --if-exists= --no-if-exists
              --if-missing= --no-if-missing --only-trailers --only-input --unfold --parse --no-divider
            merge-tree: --write-tree --trivial-merge --messages --no-messages --allow-unrelated-histories -z
              --name-only --stdin --merge-base= -X=,--strategy-option=
            diff-files: -q
            hash-object: -t= -w --stdin --stdin-paths --path= --no-filters --literally
            mktree: -z --missing --batch
            write-tree: --missing-ok --prefix=
            commit-tree: -p= -m= -F= -S?,--gpg-sign? --no-gpg-sign
            read-tree: -m --reset -u -i -n,--dry-run -v --trivial --aggressive --prefix= --index-output=
              --no-sparse-checkout --empty -q,--quiet --recurse-submodules? --no-recurse-submodules
            update-index: --add --remove --refresh -q --ignore-submodules --unmerged --ignore-missing
              --index-info --cacheinfo= --chmod= --assume-unchanged --no-assume-unchanged --really-refresh
              --skip-worktree --no-skip-worktree --ignore-skip-worktree-entries --fsmonitor-valid
              --no-fsmonitor-valid -g,--again --unresolve --info-only --force-remove --replace --stdin --verbose
              --index-version= -z --split-index --no-split-index --untracked-cache --no-untracked-cache
              --test-untracked-cache --force-untracked-cache --fsmonitor --no-fsmonitor
            checkout-index: -u,--index -q,--quiet -f,--force -a,--all -n,--no-create --prefix= --stage= --temp
              --stdin -z --ignore-skip-worktree-bits
            pack-refs: --all --no-prune --prune --auto --include= --exclude=
            repack: -a -A -d -q,--quiet -l -f -F -n -b,--write-bitmap-index --window= --depth= --threads=
              --window-memory= --max-pack-size= --keep-pack= --unpack-unreachable= -k,--keep-unreachable
              -i,--delta-islands -g=,--geometric= -m,--write-midx --cruft --filter= --filter-to= --expire-to=
            update-server-info: -f,--force
            commit-graph: --object-dir= --progress --no-progress --reachable --append --split? --changed-paths
              --no-changed-paths --stdin-commits --stdin-packs --max-commits= --size-multiple= --expire-time=
              --max-new-filters= --shallow
            multi-pack-index: --object-dir= --progress --no-progress --preferred-pack= --bitmap --no-bitmap
              --batch-size= --stdin-packs
            rerere: --rerere-autoupdate --no-rerere-autoupdate
            notes: -f,--force -m= -F= -C= -c= --allow-empty --separator? --no-separator --stripspace --no-stripspace
              --ref= --ignore-missing --stdin -n,--dry-run -s=,--strategy= --commit --abort -q,--quiet -v,--verbose
            replace: -f,--force -d,--delete -e,--edit --raw -g,--graft --convert-graft-file -l,--list --format=
            add: -U=,--unified= --inter-hunk-context= -v,--verbose -n,--dry-run -f,--force --sparse -i,--interactive -p,--patch -e,--edit -u,--update
              -A,--all,--no-ignore-removal --no-all --ignore-removal -N,--intent-to-add --refresh --ignore-errors
              --ignore-missing --no-warn-embedded-repo --renormalize --chmod= --pathspec-from-file=
              --pathspec-file-nul
            stage:
            commit: -U=,--unified= --inter-hunk-context= -a,--all -i,--include -o,--only --interactive -p,--patch -s,--signoff --no-signoff -m=,--message=
              -F=,--file= -t=,--template= -c=,--reedit-message= -C=,--reuse-message= --fixup= --squash=
              --reset-author --author= --date= -n,--no-verify --verify --allow-empty --allow-empty-message
              --cleanup= -e,--edit --no-edit --amend --no-post-rewrite -u?,--untracked-files? -v,--verbose -q,--quiet
              --dry-run --short --branch --porcelain --long -z,--null --status --no-status -S?,--gpg-sign?
              --no-gpg-sign --trailer= --ahead-behind --pathspec-from-file= --pathspec-file-nul
            branch: -d,--delete -D -m,--move -M -c,--copy -C -f,--force -v,--verbose -q,--quiet -r,--remotes -a,--all
              -l,--list --show-current -t?,--track? --no-track --recurse-submodules -u=,--set-upstream-to=
              --unset-upstream --edit-description --contains? --no-contains? --merged? --no-merged? --sort=
              --points-at= --format= -i,--ignore-case --column? --no-column --color? --no-color --abbrev?
              --no-abbrev --create-reflog --omit-empty --set-upstream
            tag: -a,--annotate -s,--sign --no-sign -u=,--local-user= -f,--force -d,--delete -v,--verify -n? -l,--list
              --sort= --color? -i,--ignore-case --column? --no-column --contains? --no-contains? --merged?
              --no-merged? --points-at? -m=,--message= -F=,--file= -e,--edit --cleanup= --create-reflog --format=
              --omit-empty --trailer=
            checkout: -U=,--unified= --inter-hunk-context= -q,--quiet --progress --no-progress -f,--force --ours --theirs -b= -B= -t?,--track? --no-track
              --guess --no-guess -l -d,--detach --orphan= --ignore-skip-worktree-bits -m,--merge --conflict= -p,--patch
              --ignore-other-worktrees --overwrite-ignore --no-overwrite-ignore --recurse-submodules
              --no-recurse-submodules --overlay --no-overlay --pathspec-from-file= --pathspec-file-nul
            switch: -c=,--create= -C=,--force-create= -d,--detach --guess --no-guess -f,--force --discard-changes
              -m,--merge --conflict= -q,--quiet --progress --no-progress -t?,--track? --no-track --orphan=
              --ignore-other-worktrees --recurse-submodules --no-recurse-submodules
            restore: -U=,--unified= --inter-hunk-context= -s=,--source= -p,--patch -W,--worktree -S,--staged -q,--quiet --progress --no-progress --ours
              --theirs -m,--merge --conflict= --ignore-unmerged --ignore-skip-worktree-bits --recurse-submodules
              --no-recurse-submodules --overlay --no-overlay --pathspec-from-file= --pathspec-file-nul
            reset: -U=,--unified= --inter-hunk-context= -q,--quiet --no-quiet --refresh --no-refresh --mixed --soft --hard --merge --keep -p,--patch
              -N,--intent-to-add --recurse-submodules? --no-recurse-submodules --pathspec-from-file=
              --pathspec-file-nul
            clean: -d -f,--force -i,--interactive -n,--dry-run -q,--quiet -e=,--exclude= -x -X
            rm: -f,--force -n,--dry-run -r --cached --ignore-unmatch --sparse -q,--quiet --pathspec-from-file=
              --pathspec-file-nul
            mv: -f,--force -k -n,--dry-run -v,--verbose --sparse
            stash: --inter-hunk-context= -p,--patch -S,--staged -k,--keep-index --no-keep-index -q,--quiet -u,--include-untracked
              -a,--all -m=,--message= --index --only-untracked --pathspec-from-file= --pathspec-file-nul
            rebase: --onto= --keep-base --apply --empty= --no-keep-empty --keep-empty --reapply-cherry-picks
              --no-reapply-cherry-picks --allow-empty-message -m,--merge -s=,--strategy= -X=,--strategy-option=
              --rerere-autoupdate --no-rerere-autoupdate -S?,--gpg-sign? --no-gpg-sign -q,--quiet -v,--verbose
              --stat -n,--no-stat --no-verify --verify -C= --no-ff -f,--force-rebase --fork-point --no-fork-point
              --ignore-whitespace --whitespace= --committer-date-is-author-date --ignore-date,--reset-author-date
              --signoff -i,--interactive -r?,--rebase-merges? --no-rebase-merges -x=,--exec= --root --autosquash
              --no-autosquash --autostash --no-autostash --reschedule-failed-exec --no-reschedule-failed-exec
              --update-refs --no-update-refs --continue --skip --abort --quit --edit-todo --show-current-patch
            merge: --commit --no-commit -e,--edit --no-edit --cleanup= --ff --no-ff --ff-only -S?,--gpg-sign?
              --no-gpg-sign --log? --no-log --signoff --no-signoff --stat -n,--no-stat --compact-summary --squash
              --no-squash --no-verify --verify -s=,--strategy= -X=,--strategy-option= --verify-signatures
              --no-verify-signatures --summary --no-summary -q,--quiet -v,--verbose --progress --no-progress
              --autostash --no-autostash --allow-unrelated-histories -m=,--message= --into-name= -F=,--file=
              --rerere-autoupdate --no-rerere-autoupdate --overwrite-ignore --no-overwrite-ignore --abort --quit
              --continue
            cherry-pick: -e,--edit --cleanup= -x -r -m=,--mainline= -n,--no-commit -s,--signoff -S?,--gpg-sign?
              --no-gpg-sign --ff --allow-empty --allow-empty-message --empty= --keep-redundant-commits
              --strategy= -X=,--strategy-option= --rerere-autoupdate --no-rerere-autoupdate --continue --skip --abort
              --quit
            revert: -e,--edit --no-edit --cleanup= -m=,--mainline= -n,--no-commit -s,--signoff -S?,--gpg-sign?
              --no-gpg-sign --strategy= -X=,--strategy-option= --rerere-autoupdate --no-rerere-autoupdate
              --reference --continue --skip --abort --quit
            fetch: --all --no-all -a,--append --atomic --depth= --deepen= --shallow-since= --shallow-exclude=
              --unshallow --update-shallow --negotiation-tip= --negotiate-only --dry-run --porcelain
              --write-fetch-head --no-write-fetch-head -f,--force -k,--keep --multiple --auto-maintenance
              --no-auto-maintenance --auto-gc --no-auto-gc --write-commit-graph --no-write-commit-graph
              --prefetch -p,--prune --no-prune -P,--prune-tags -n,--no-tags --refetch --refmap= -t,--tags
              --recurse-submodules? --no-recurse-submodules -j=,--jobs= --set-upstream --submodule-prefix=
              --recurse-submodules-default= -u,--update-head-ok --upload-pack= -q,--quiet -v,--verbose --progress
              --no-progress -o=,--server-option= --show-forced-updates --no-show-forced-updates -4,--ipv4
              -6,--ipv6 --filter= --stdin --no-filter
            pull: --rebase? -r? --no-rebase --commit --no-commit -e,--edit --no-edit --cleanup= --ff --no-ff --ff-only
              -S?,--gpg-sign? --no-gpg-sign --log? --no-log --signoff --no-signoff --stat --no-stat --squash
              --no-squash --no-verify --verify -s=,--strategy= -X=,--strategy-option= --verify-signatures
              --no-verify-signatures --summary --no-summary --autostash --no-autostash
              --allow-unrelated-histories -n
            push: --all,--branches --prune --mirror -n,--dry-run --porcelain -d,--delete --tags --follow-tags
              --no-follow-tags --signed? --no-signed --sign? --atomic --no-atomic -o=,--push-option=
              --receive-pack=,--exec= --force-with-lease? --no-force-with-lease --force-if-includes
              --no-force-if-includes -f,--force --no-force --repo= -u,--set-upstream --thin --no-thin -q,--quiet
              -v,--verbose --progress --no-progress --no-recurse-submodules --recurse-submodules= --verify
              --no-verify -4,--ipv4 -6,--ipv6
            clone: -l,--local --no-hardlinks -s,--shared --reference= --reference-if-able= --dissociate -q,--quiet
              -v,--verbose --progress --no-progress --server-option= -n,--no-checkout --reject-shallow
              --no-reject-shallow --bare --sparse --filter= --also-filter-submodules --mirror -o=,--origin=
              -b=,--branch= --revision= -u=,--upload-pack= --template= -c=,--config= --depth= --shallow-since=
              --shallow-exclude= --single-branch --no-single-branch --tags --no-tags --recurse-submodules?
              --recursive? --shallow-submodules --no-shallow-submodules --remote-submodules --separate-git-dir=
              --ref-format= -j=,--jobs= --bundle-uri= -4,--ipv4 -6,--ipv6
            init: -q,--quiet --bare --template= --separate-git-dir= --object-format= --ref-format= -b=,--initial-branch=
              --shared?
            remote: -v,--verbose -t= -m= -f --tags --no-tags --mirror? -a,--auto -d,--delete --add --push --all -n
              -p,--prune --progress --no-progress --dry-run
            config: --global --system --local --worktree -f=,--file= --blob= --get --get-all --get-regexp
              --get-urlmatch --get-color --get-colorbool --add --append --all --unset --unset-all --replace-all
              --rename-section --remove-section --remove -l,--list -e,--edit --fixed-value --value= --url= --regexp
              --type= --no-type --bool --int --bool-or-int --bool-or-str --path --expiry-date -z,--null --name-only
              --show-names --no-show-names --show-origin --show-scope --includes --no-includes --default= --comment=
            worktree: -f,--force -b= -B= --detach -d --checkout --no-checkout --lock --reason= --orphan --porcelain
              -z -q,--quiet -v,--verbose -n,--dry-run --expire= --track --no-track --guess-remote
              --no-guess-remote --relative-paths
            submodule: -q,--quiet --cached --init --no-fetch -N --remote -f,--force --checkout --rebase --merge
              --recursive --reference= --dissociate --depth= --recommend-shallow --no-recommend-shallow --jobs=
              -j= --single-branch --no-single-branch --filter= -b=,--branch= --name= --all --default --files
              -n=,--summary-limit= --progress -d
            sparse-checkout: --cone --no-cone --sparse-index --no-sparse-index --stdin --skip-checks --rules-file= -z
            reflog: --all --single-worktree --expire= --expire-unreachable= --updateref --rewrite --stale-fix
              -n,--dry-run --verbose
            gc: --aggressive --auto --detach --no-detach --prune? --no-prune -q,--quiet --force --keep-largest-pack
              --cruft --no-cruft --max-cruft-size= --expire-to=
            prune: -n,--dry-run -v,--verbose --progress --expire=
            prune-packed: -n,--dry-run -q,--quiet
            maintenance: --auto --schedule? --quiet --task= --scheduler= --force --config-file= --detach --no-detach
            update-ref: -m= -d --no-deref --create-reflog --stdin -z --batch-updates
            symbolic-ref: -q,--quiet -d,--delete --short --recurse --no-recurse -m=
            archive: --format= -l,--list -v,--verbose --prefix= -o=,--output= --add-file= --add-virtual-file=
              --worktree-attributes --mtime= --remote= --exec= -0 -1 -2 -3 -4 -5 -6 -7 -8 -9
            bundle: -q,--quiet --progress --all-progress --all-progress-implied --version= --all --branches? --tags?
              --since= --filter= --stdin
            apply: --stat --numstat --summary --check --index --cached -N,--intent-to-add -3,--3way --ours --theirs
              --union --build-fake-ancestor= -R,--reverse --reject -z -p= -C= --unidiff-zero --apply --no-add
              --allow-binary-replacement,--binary --exclude= --include= --ignore-space-change,--ignore-whitespace
              --whitespace= --inaccurate-eof -v,--verbose -q,--quiet --recount --directory= --unsafe-paths
              --allow-empty
            am: -s,--signoff -k,--keep --keep-non-patch --keep-cr --no-keep-cr -c,--scissors --no-scissors
              --quoted-cr= -m,--message-id --no-message-id -q,--quiet -u,--utf8 --no-utf8 -3,--3way --no-3way
              --rerere-autoupdate --no-rerere-autoupdate --ignore-space-change --ignore-whitespace --whitespace=
              -C= -p= --directory= --exclude= --include= --reject --patch-format= -i,--interactive --verify
              -n,--no-verify --committer-date-is-author-date --ignore-date --skip -S?,--gpg-sign? --no-gpg-sign
              --continue -r,--resolved --resolvemsg= --abort --quit --retry --show-current-patch? --allow-empty
              --empty=
            difftool: -d,--dir-diff -y,--no-prompt --prompt --rotate-to= --skip-to= -t=,--tool= --tool-help
              --symlinks --no-symlinks -x=,--extcmd= -g,--gui --no-gui --trust-exit-code --no-trust-exit-code
            mergetool: -t=,--tool= --tool-help -y,--no-prompt --prompt -g,--gui --no-gui -O=
            """;

    private static final Map<String, String> TEXTS = texts();
    private static final Map<String, Options> TABLES = new ConcurrentHashMap<>();

    private GitTables() {}

    /// The options of a command, where its manual has been read.
    static Optional<Options> of(String command) {
        String text = TEXTS.get(command);
        return text == null
                ? Optional.empty()
                : Optional.of(TABLES.computeIfAbsent(command, _ -> Options.of(text).withNumbers()));
    }

    private static Map<String, String> texts() {
        var texts = new HashMap<String, String>();
        String name = "";
        for (String line : OTHERS.split("\n")) {
            int colon = line.indexOf(':');
            if (!line.startsWith(" ") && colon > 0) {
                name = line.substring(0, colon);
                line = line.substring(colon + 1);
            }
            texts.merge(name, line, (before, more) -> before + " " + more);
        }
        for (String log : new String[] {"log", "show", "whatchanged", "rev-list", "reflog"}) {
            texts.merge(log, LOG + DIFF, (own, shared) -> shared + own);
        }
        for (String diff :
                new String[] {
                    "diff",
                    "diff-tree",
                    "diff-index",
                    "diff-files",
                    "diff-pairs",
                    "range-diff",
                    "difftool"
                }) {
            texts.merge(diff, LOG + DIFF, (own, shared) -> shared + own);
        }
        texts.put("grep", GREP);
        texts.put("annotate", texts.get("blame") + "");
        texts.put("stage", texts.get("add") + "");
        texts.put("fsck-objects", texts.get("fsck") + "");
        texts.merge("pull", texts.get("fetch") + "", (own, shared) -> shared + own);
        texts.merge("stash", LOG + DIFF, (own, shared) -> shared + own);
        texts.put(
                "format-patch",
                LOG
                        + DIFF
                        + """
                        -o=,--output-directory= -N,--no-numbered --numbered --start-number= --numbered-files
                        -k,--keep-subject -s,--signoff --stdout --attach? --no-attach --inline? --thread? --no-thread
                        --in-reply-to= --ignore-if-in-upstream --always --cover-from-description= --description-file=
                        --subject-prefix= --filename-max-length= --rfc? -v=,--reroll-count= --to= --cc= --from?
                        --no-from --force-in-body-from --add-header= --cover-letter --no-cover-letter --interdiff=
                        --range-diff= --creation-factor= --signature= --no-signature --signature-file= --suffix=
                        -q,--quiet --no-binary --zero-commit --base? --no-base
                        """);
        return texts;
    }
}
