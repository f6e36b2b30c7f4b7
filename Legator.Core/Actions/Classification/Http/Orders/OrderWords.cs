using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Http.Orders;

/// <summary>Words of paths and queries that are orders in their place only: before a name, behind an object, in front of what they are done to. All are lower-case.</summary>
internal static class OrderWords
{
    /// <summary>Verbs that nobody calls a collection: whoever names one object behind them means the deed, as in <c>/rollback/web-2</c>.</summary>
    public static FrozenSet<string> BeforeName { get; } = Set(
        "retry rerun requeue redrive resend redeploy rollback failover switchover drain revoke invalidate promote demote pause resume suspend enable disable activate deactivate abort approve reject subscribe unsubscribe "
        + "unpublish renew restore join add set ban unban lock unlock toggle acknowledge unassign impersonate like dislike follow unfollow upvote downvote prune wake poweron");

    /// <summary>Verbs that an environment or place of deployment makes an order: <c>/deploy/prod</c>.</summary>
    public static FrozenSet<string> BeforePlace { get; } = Set("deploy redeploy rollback promote migrate restart start stop release publish sync scale refresh build run undeploy switch provision drain failover");

    /// <summary>Where things are deployed to.</summary>
    public static FrozenSet<string> Places { get; } = Set("prod production staging stage live canary preprod uat blue green primary secondary standby all");

    /// <summary>Verbs that end a path, besides those of <see cref="MutationWords"/>.</summary>
    public static FrozenSet<string> Last { get; } = Set(
        "close lock seed gc zero notify like dislike follow unfollow upvote downvote prune switchover import reimport wake reconnect disconnect acquire dequeue enqueue pop generate regenerate silence unsilence rebalance stepdown inject "
        + "donate mkdir rmdir chmod chown crash panic unblock undo revert undelete dispatch dismiss discard eject erase evacuate forget reschedule reprocess recalculate recompute reinstall relocate unmount spawn submit apply bust retrigger suppress revive quarantine isolate upsert downgrade refund");

    /// <summary>Verbs behind one object of a collection: <c>/pipelines/5/run</c>. What an API shows of an object under the same word is left out: merge, launch, scale, archive.</summary>
    public static FrozenSet<string> BehindObject { get; } = Set("run rerun roll mute unmute pin unpin reopen join leave attach clone invoke install upgrade resize rename move block unarchive sync resync restore open call execute block resolve complete expand ship print extend shrink upgrade submit");

    /// <summary>Verbs that a query makes an order of: <c>/vote?id=5</c>.</summary>
    public static FrozenSet<string> WithQuery { get; } = Set("subscribe vote like follow optimize launch install swap switch switchover failover enqueue purchase buy clone broadcast unlock rename move merge resend invite block print shift eval touch write mute allow deny expand extend increase decrease override dial print play tick seek rewind zoom pan tilt ptz dim beep speak say press click tap swipe sendkey sendkeys keypress mv cp ln touch charge discharge lift lower raise lock seal pump spray heat cool open close move drive steer turn spin fill dump_and_reset load unload stream_start record_start assume");

    /// <summary>What ends a path that sends what its query says.</summary>
    public static FrozenSet<string> Senders { get; } = Set("mail email sms send message notify push say announce broadcast dial page call alert chat sendmail sendsms post");

    /// <summary>Fields that hold what is sent.</summary>
    public static FrozenSet<string> Texts { get; } = Set("text body msg message content subject");

    /// <summary>What is switched on and off.</summary>
    public static FrozenSet<string> Switched { get; } = Set("maintenance power control relay outlet switch gpio pin plug lamp light led pump fan heater valve door gate siren alarm readonly standby lockdown socket output garage curtain curtains blind blinds shutter shutters thermostat motor servo dimmer pwm boiler sprinkler irrigation lock bulb strip");

    /// <summary>Fields that say what a switch is set to.</summary>
    public static FrozenSet<string> SwitchKeys { get; } = Set("state power mode turn set value switch status output enabled active on");

    /// <summary>What a switch is set to.</summary>
    public static FrozenSet<string> SwitchValues { get; } = Set("on off toggle enable disable enabled disabled open close cycle reset high low");

    /// <summary>Jobs that write somewhere if a place is named.</summary>
    public static FrozenSet<string> Copiers { get; } = Set("export backup dump snapshot archive copy sync replicate mirror migrate upload save");

    /// <summary>Fields that name the place.</summary>
    public static FrozenSet<string> Destinations { get; } = Set("to dest destination target bucket output out outfile outdir upload_to into dst file output_file output_path email mailto mail_to recipient recipients webhook");

    /// <summary>Fields that are orders if they are true.</summary>
    public static FrozenSet<string> Flags { get; } = Set("run pay confirm commit apply buy submit now doit proceed clear flush create ack");

    /// <summary>Verbs that a query makes an order of if one thing that runs stands behind them: <c>/run-job?name=x</c>.</summary>
    public static FrozenSet<string> Runners { get; } = Set("run start launch invoke submit enqueue schedule queue trigger execute");

    /// <summary>What runs.</summary>
    public static FrozenSet<string> Runs { get; } = Set("job task batch workflow pipeline script command backup scan sync migration cleanup test playbook build deploy deployment import export container vm instance");

    /// <summary>Verbs that are orders wherever something is named behind them.</summary>
    public static FrozenSet<string> BeforeAny { get; } = Set("trigger invoke rename mkdir rmdir chmod chown");

    /// <summary>Verbs before one name of letters: <c>/stop/web</c>. With a part of an API behind them they are names themselves: <c>/failover/status</c>.</summary>
    public static FrozenSet<string> BeforeLetters { get; } = Set(
        "stop unblock enable disable activate deactivate pause resume suspend promote demote ban unban unlock retry rerun revoke renew redeploy uncordon mute unmute acquire expire retrigger restore reset reload invalidate allocate "
        + "deallocate deregister unregister disconnect eject enqueue dequeue erase evacuate flush freeze unfreeze generate regenerate inject kick overwrite provision deprovision publish unpublish rebalance rebuild recalculate recompute "
        + "redrive reindex reinstall relocate reopen replay reprocess requeue reschedule resend resync revert rotate seize silence spawn suppress throttle unassign undelete undo unmount unpin unsubscribe wake approve reject cancel abort");

    /// <summary>First words with a dash that a query makes orders: <c>/confirm-order?id=5</c>.</summary>
    public static FrozenSet<string> MakersWithQuery { get; } = Set("confirm submit place complete verify accept decline send buy pay approve register");

    /// <summary>Verbs that a direction makes orders: <c>scale-down</c>.</summary>
    public static FrozenSet<string> Directed { get; } = Set("scale step turn power switch spin shut ramp bring take");

    /// <summary>What is set by <c>?set=</c>.</summary>
    public static FrozenSet<string> Settable { get; } = Set("config configuration mode setting settings option options flag flags state param params parameter variable level property properties");

    /// <summary>What runs code.</summary>
    public static FrozenSet<string> Consoles { get; } = Set("console eval repl shell groovy terminal interpreter");

    /// <summary>First words of a name with a dash that are orders unless a noun follows: <c>make-admin</c>.</summary>
    public static FrozenSet<string> Makers { get; } = Set("make set mark assign grant force trigger");

    /// <summary>Words with which these are no orders.</summary>
    public static FrozenSet<string> MadeNouns { get; } = Set("up cookie cookies top of file files down box list lists rate rates type types id ids name names size sizes status count counts policy policies info model models config settings up-to history log logs point points and or by in for to the");

    /// <summary>What verbs are written together with: <c>clearcache</c>.</summary>
    public static FrozenSet<string> Objects { get; } = Set(
        "cache caches user users account accounts password passwords session sessions token tokens service services server process processes job jobs task tasks queue queues db database databases table tables container containers "
        + "vm vms host instance instances all pod pods record records item items order orders data file files message messages mail email sms entry entries row rows level source sources node keys stats counters memory");

    /// <summary>Verbs that are written together with what they are done to.</summary>
    public static string[] JoinedVerbs { get; } =
        ["clear", "drop", "flush", "reset", "kill", "stop", "start", "disable", "enable", "add", "create", "set", "change", "send", "run", "pause", "resume", "cancel", "revoke", "wipe", "prune", "erase", "evict", "reload", "lock", "unlock"];

    private static FrozenSet<string> Set(string words) => FrozenSet.ToFrozenSet(words.Split(' '), StringComparer.Ordinal);
}
