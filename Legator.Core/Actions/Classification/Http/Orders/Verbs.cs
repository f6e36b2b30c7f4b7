using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Http.Orders;

/// <summary>Verbs of the trade at large. Whoever names an address means the deed by them; what reading APIs call by the same word is not among them, or only where its place says so. All are lower-case.</summary>
internal static class Verbs
{
    /// <summary>Verbs that are the name of nothing that is asked for: ending a path, after a colon or dot, before a name.</summary>
    public static FrozenSet<string> Plain { get; } = Set(
        // what runs
        "start stop restart reboot halt boot shutdown poweroff poweron powercycle powerup powerdown respawn relaunch rerun revive resurrect resume suspend hibernate awaken wake wakeup unpause pause freeze unfreeze thaw unhold stall "
        + "quiesce unquiesce drain undrain cordon uncordon kickstart bounce recycle reload rehash sighup sigterm sigkill interrupt abort cancel stopall startall restartall killall pauseall resumeall softreset hardreset warmboot coldboot softboot "
        // removal
        + "delete del remove destroy erase purge wipe terminate nuke kill evict drop discard dispose eliminate eradicate expunge scrub shred sanitize zap slay annihilate bust clean cleanup cleanse clear empty expel unset unregister "
        + "deregister delist detach retire sunset deprecate unload umount unmount dismount eject undefine deprovision unprovision decommission undeploy uninstall unpublish unlink unpin untag unlabel unstar unflag unshare unwatch unfollow "
        + "unlike unvote unmark unsubscribe unenroll unquarantine unblock unlock unban unmute dismantle demolish scrap trash untrash bury unhide rmdir deltree prune trim vacuum defrag defragment squash unjoin unbind unassign unallocate "
        + "tombstone clearall purgeall flushall flushdb flush zero zeroize rm reap raze unclaim unreserve unschedule unsilence unsnooze undelete unarchive ungrant unpair uncache forget "
        // who may
        + "grant revoke deauthorize unauthorize logout logoff signout signoff impersonate ban allow deny permit forbid disapprove quarantine isolate fence unfence stonith lockout elevate promote demote entitle passwd chpasswd setpassword "
        + "resetpassword changepassword invalidate expire disable enable activate deactivate reactivate reenable "
        // change
        + "alter amend rewrite overwrite append prepend inject insert upsert increment decrement incr decr increase decrease adjust tweak calibrate recalibrate reconfigure reassign relocate transfer shift swap flip toggle invert rotate rekey "
        + "reseal seal unseal resize rescale rebalance reshard repartition redistribute reallocate reset restore recover repair heal rebuild regenerate recompute recalculate recalc reindex resync synchronize synchronise rehydrate "
        + "reprocess reconcile refresh renew revert rollback rollforward undo redo migrate upgrade downgrade failover failback switchover provision reprovision commission reinstall reimage reformat rename retag relabel repave persist "
        + "overrule reorder reroute remap rebind relink reattach remount reopen redirectto rechunk recompress recreate reinitialize reinit reload repoint requote resubmit retag retire retrain retune revalidate rewarm scaleup scaledown scalein "
        + "scaleout upsize downsize stepup stepdown swapout offload onload throttle unthrottle overclock underclock normalise deduplicate dedupe defuse depublish "
        // messages
        + "send resend publish republish broadcast notify renotify emit dispatch redispatch deliver redeliver ack nack acknowledge unack consume dequeue enqueue pop push requeue redrive replay retry dismiss snooze silence mute escalate "
        + "deescalate announce sendmail sendsms sendmessage "
        // jobs
        + "execute exec invoke trigger retrigger fire spawn submit reschedule skip unskip approve reject decline accept confirm finalize finalise expedite prioritize deprioritize claim assign settle retransmit reexecute reinvoke reissue "
        + "backfill bulkload rehydrate prewarm warmup preheat prepopulate seed populate reimport upload save "
        // money and people
        + "buy purchase pay repay refund charge withdraw deposit redeem donate cashout payout topup checkoutnow like dislike follow upvote downvote vote subscribe resubscribe invite reinvite join rejoin leave kick poke nudge endorse enroll "
        // machines
        + "attach allocate deallocate evacuate preempt reclaim elect disconnect reconnect redial hangup blink beep buzz dim brighten spray dispense reflash disarm scrobble unscrobble favorite unfavorite unfavourite originate unsub "
        + "dereg doreboot scannow buildnow testnow regen become honk summon makemovie factoryreset fwupgrade offboard onboard compact loadshed shed tick warm mv cp ln dial redial testpage printtest opendoor closedoor unlockdoor acquit ramp recenter resequence rehome "
        + "requery rewind fastforward discharge unplug replug unseat reseat recrawl rescan rescore resample reship restock reprint reprice reprime reroll reshuffle respool restage retarget rethrottle retitle retrace retype reverify "
        + "rewire rezone unblacklist uncommit undock unfence unfold unhook uninvite unlist unmanage unmap unmask unmerge unmonitor unpack unregister unroll unsecure unset unship unsnap unstage unstick unsuspend unsync unthread "
        + "untrack untrust unzip deauth debounce decline decouple defer deflate defund degrade deindex demultiplex derate deref desync dethrone detonate devalue disassemble disassociate disband disburse disjoin dislodge dispossess "
        + "disqualify dissociate dissolve distribute divert downsample downscale upscale enforce engage enlist entomb equalize establish evaporate excise exfiltrate exonerate extinguish facilitate falsify finish fixup flatten fling "
        + "foreclose formatdisk forfeit garnish hardlink hijack hoist impose incinerate inflate infuse inhibit initiate inoculate instate instigate intercept introduce invade liquidate mangle mutate neutralize nullify obfuscate "
        + "obliterate optimise outlaw overclock overload overrun overturn overthrow patchup percolate perturb pillage pinpoint plunder preload prepay procure proliferate prolong propagate punish pushback quash quell quench radiate "
        + "ransack ratify reactivate readmit realign realize reassemble reassert rebase rebrand rebroadcast recant recharge reclassify recombine recommission recondition reconvene recruit rectify redact redeposit redesignate "
        + "reelect reenact reengage reenlist reenter reestablish refill refinance refit refloat refreeze refuel reignite reinforce reinject reinsert reinstate reinvest relegate relinquish relist remand remap remarry remediate remit "
        + "remodel remold renegotiate renormalize renounce renumber reoccupy reorganize reorient repackage repaginate repaint repatriate repeal repel replenish repopulate repossess reprimand reproduce reprogram repurpose "
        + "requisition rescind restrain restrict resupply resurface resynthesize retaliate retake retighten retool retract retransfer retreat reunify reunite reupload revamp revitalize revote sabotage sacrifice sanction scramble "
        + "seclude secede sequester shove shunt shutter siphon smite snatch spank splice squelch stagger stifle stomp subdue submerge subvert supersede supplant swizzle tamper tarnish thwart topple torch transact transmit trounce "
        + "undercut undermine unleash unravel uproot usurp vacate vandalize vanquish veto void vouch waive weaken whack wipeall withhold wreck yank takeover seize rotatelogs "
        + "decrypt rewrap unwrap mint makecall acquire checkpointnow commitnow gc forcegc runnow syncnow savenow deploy redeploy deploynow");

    /// <summary>Verbs that are the names of things too, and mean the deed behind one object: <c>/images/5/scan</c>.</summary>
    public static FrozenSet<string> BehindObject { get; } = Set(
        "run build scan rescan backup snapshot clone fork copy move merge lock release order import test launch archive sync patch open close call dial record block complete resolve extend shrink expand convert transcode burn install "
        + "attach override print play tick seek update set add mark escalate sign switch charge capture feed ring arm unarm shift eval apply mount load write pull");

    /// <summary>First words of names that mean a deed when a thing follows: <c>CreateUser</c>, <c>set_mode</c>. Of names with dashes only those with a query do.</summary>
    public static FrozenSet<string> Leading { get; } = Set(
        "set create update add put post modify change edit write move replace copy run launch open close lock block install register make mark apply assign issue import sync switch turn process schedule patch merge attach "
        + "generate provision configure archive clone fork build release scan scale force toggle tag sign upsert save submit store setup commit transition bulk");

    /// <summary>First words of names that only look, whatever follows but a second verb: <c>getDeletedUsers</c>.</summary>
    public static FrozenSet<string> Looking { get; } = Set(
        "get list show view read find search query fetch lookup describe display info status stats stat state count head exists check validate verify help version ping health history log logs report reports export download preview diff "
        + "compare detail details summary overview index home main default browse print render feed rss raw tree blob json xml csv html text metrics metric monitor dashboard graph chart table data items select filter sort explain analyze "
        + "analyse estimate calculate simulate dryrun plan whois resolve who is has can are enum enumerate tail watch next page first last prev more revisions parse expandtemplates opensearch sitematrix siteinfo recentchanges cat ls dir df du "
        + "top ps uptime me self whoami config conf settings capabilities about peek inspect retrieve select inquire inquiry audit trace discover suggest autocomplete complete login token auth dump ruok srvr mntr stat4 envi cons wchs isro "
        + "all none any liststatus open latest current recent active pending available summaryinfo menu form new tabs tab link links lookup4 tree2 graphql sum avg min max mean median rate total average aggregate group time_series intraday "
        + "daily weekly monthly quote quotes rates price prices percentile p50 p95 p99 stddev variance distinct histogram interpolate and or not eq ne lt gt le ge lte gte in nin like between contains startswith endswith equals include exclude "
        + "post put patch delete options trace connect http https grpc tcp udp a aaaa mx ns txt soa ptr srv cname");

    /// <summary>Collections of things that people name after what they do: jobs, alerts, dashboards, topics.</summary>
    public static FrozenSet<string> NamedCollections { get; } = Set(
        "job jobs task tasks workflow workflows pipeline pipelines playbook playbooks script scripts dashboard dashboards alert alerts rule rules monitor monitors topic topics queue queues check checks cron crons cronjobs runbook runbooks "
        + "template templates repo repos repository repositories branch branches tag tags chart charts event events metric metrics stage stages step steps action actions function functions lambda lambdas deployment deployments service services "
        + "application applications app apps key keys flag flags feature features label labels category categories project projects plan plans policy policies role roles permission permissions scope scopes experiment experiments dag dags "
        + "schedule schedules view views report reports exchange exchanges stream streams connector connectors consumer consumers container containers image images module modules plugin plugins package packages crate gems state-machines "
        + "statemachines activities indices index field fields column columns setting settings operation operations command commands procedure procedures handler handlers hook hooks integration integrations automation automations query "
        + "queries search searches kv catalog health blob tree contents commits refs heads release releases d explore namespaces pods secrets configmaps nodes endpoints spans traces logs");

    /// <summary>Nouns that verbs are written together with in one name: <c>cacheWarm</c>, <c>node-drain</c>, <c>restartservice</c>.</summary>
    public static FrozenSet<string> Things { get; } = Set(
        "all cache caches user users account accounts password passwords passwd session sessions token tokens service services svc server servers process processes proc job jobs task tasks queue queues db database databases table tables container "
        + "containers vm vms host hosts instance instances pod pods node nodes record records item items order orders data file files message messages mail email sms entry entries row rows level source sources key keys counter counters memory "
        + "system sys device devices router modem gateway switch port ports interface interfaces wan lan wifi wlan radio network vpn tunnel firewall rule rules route routes acl config configuration settings firmware fw image images volume "
        + "volumes disk disks drive drives array lun snapshot snapshots backup backups cluster clusters replica replicas shard shards partition partitions topic topics consumer offset offsets index indexes indices alert alerts alarm alarms "
        + "log logs cert certs certificate certificates secret secrets lock locks lease leases maintenance worker workers agent agents app apps application site sites plugin plugins module modules role roles group groups member members "
        + "customer customers client clients license licence license-key card cards payment payments invoice invoices subscription webhook webhooks trigger feature flag flags domain domains dns zone zones bucket buckets object objects "
        + "bmc host outlet outlets relay relays pdu ups power printer camera door lamp light lights now chassis link traffic connection connections conn conns stats statistics buffer buffers heap thread threads slave slaves master leader "
        + "primary standby mailbox spool list entries pool pools scheduler jobqueue dag dags run runs build builds pipeline deployment deployments release environment env stack stacks stream streams build msg download downloads "
        + "torrent torrents property properties page pages artifact issue ticket tickets user-role product products article post posts comment comments topic-config");

    private static FrozenSet<string> Set(string words) => FrozenSet.ToFrozenSet(words.Split(' '), StringComparer.Ordinal);
}
