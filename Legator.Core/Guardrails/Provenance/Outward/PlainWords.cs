using System.Collections.Frozen;

namespace Legator.Core.Guardrails.Provenance.Outward;

/// <summary>
/// The words that a run may use without anybody having written them: those in which it is told how things are, and those that every API has. None of them asks for anything but a look,
/// and names, keys and numbers of customers are not among them.
/// </summary>
internal static class PlainWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Telling = Set("""
        a an and the of to in on at is are was were has have had be been being it its there here this that these those with within without for from by not no than more less most least since now
        still again also but or if when while where why what which how who whether because as so too very only just both can could may might does did i we you my our your their they them us me
        he between during after before all everything about around nearly almost over under above below per each some any none one two three four five six seven eight nine ten few many several last first second third
        minute minutes hour hours seconds day days week today yesterday ago time times once twice always often sometimes currently recently already yet seems seem looks appears please
        look check see find out report tell know inspect investigate examine describe watch verify want
        up down slow slower slowly fast faster high higher low lower full empty healthy unhealthy ready unready available unavailable running pending stuck hung hangs hang hanging crash crashes
        crashed crashing crashloop crashloopbackoff backoff back-off loop looping failing failed fails failure failures error errors warning warnings critical degraded broken ok okay fine well normal
        unusual late delayed old new stale expired expiring expires missing lost timeout timeouts timed memory oom oomkilled restarts restarted restarting stopped increased decreased rising growing grew fell
        cpu disk disks network latency load traffic queue queues requests request response responses rate usage used free space storage volume volumes service services server servers host hosts site page
        pages endpoint endpoints api app application applications database databases db table tables row rows statement statements query queries lock locks locked connection connections log logs line lines
        event events alert alerts incident incidents problem problems issue issues cause causes caused reason reasons status state states health metric metrics pod pods container containers deployment
        deployments statefulset statefulsets daemonset daemonsets job jobs cronjob cronjobs node nodes namespace namespaces replica replicas cluster instance instances machine machines vm vms image images
        certificate certificates dns record records domain customer customers user users number count counts total average percent ms s m h kb mb gb mib gib ki mi gi http https tcp version
        says said shows showed saw seen answers answered answer answering returns returned uses using takes took taking keeps became becomes began noticed found finding findings anything something nothing
        got gets getting talking talks connecting refused reset denied invalid unreachable upstream gateway exception exceptions deadlock leak leaks retries retrying aborted closed read
        checked looked inspected observed measured completed finished succeeded done cleaned since until again ran run runs morning evening night noon
        """);

    // What stands beside the object of a wish and is none itself.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Objects = Set("""
        all everything anything something nothing database databases db disk disks storage volume volumes log logs line lines record records table tables row rows customer customers user users certificate
        certificates image images memory queue queues request requests connection connections version domain page pages cluster namespace namespaces node nodes api network dns
        """);

    // Of addresses: what every API has, and none that does anything.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OfPaths =
        Set("api rest v1 v2 v3 v4 health healthz healthcheck livez live readyz ready status metrics version versions info ping index.html robots.txt sitemap.xml openapi.json swagger.json");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Paging = Set("page per_page perpage limit offset size pagesize page_size first last top skip max maxresults tail lines");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Times = Set("time start end since until from to after before starttime endtime start_time end_time start-time end-time step period window");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Choices = Set("true false yes no json yaml xml text table none all asc desc open closed");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Clouds = Set("""
        name names values value tag tags key type state states status instance-state-name instance-state-code running stopped stopping pending terminated available in-use active inactive
        alarm ok insufficient_data insufficient-data average maximum minimum sum samplecount error errors warn warning info fatal exception instance-id instanceid volume-id vpc-id subnet-id
        json yaml text table none true false tsv jsonc owner self amazon desc asc instances instance
        cpuutilization networkin networkout statuscheckfailed diskreadops diskwriteops freestoragespace freeablememory databaseconnections requestcount targetresponsetime httpcode_target_5xx_count healthyhostcount
        unhealthyhostcount invocations throttles duration concurrentexecutions approximatenumberofmessagesvisible approximateageofoldestmessage memoryutilization
        aws ec2 ebs rds elb applicationelb networkelb lambda sqs sns s3 ecs eks dynamodb cloudfront autoscaling elasticache apigateway logs billing usage
        """);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OfHosts = Set("www mail smtp imap pop mx mx1 mx2 ns ns1 ns2 ns3 ns4 api app _dmarc _domainkey default _mta-sts mta-sts _acme-challenge autodiscover");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OfHeaders = Set("accept accept-encoding accept-language cache-control content-type user-agent connection");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> InHeaders = Set("""
        application text json html xml plain yaml csv javascript charset utf-8 utf gzip deflate br identity no-cache no-store cache max-age no max age mozilla curl legator keep-alive close vnd.github.v3
        vnd.github openmetrics-text version 0.0.4 0.9 1.0 0 q en
        """);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OfLines = Set("""
        dig host nslookup getent hosts ahosts ping tracepath traceroute mtr curl wget nc ncat telnet ss openssl s_client git ssh psql mysql redis-cli resolvectl systemd-resolve http https localhost 127.0.0.1 dev null
        true false echo grep egrep head tail wc sort uniq awk sed cut tr print cat timeout sudo w code http_code time_total n t nr query status short
        a aaaa mx ns txt soa cname srv ptr in any tcp udp get head connect showcerts servername x509 noout enddate dates subject issuer
        """);

    public static bool Tells(ReadOnlySpan<char> term) => Telling.Contains(term);

    /// <summary>True for a plain word that is not itself what something is done to.</summary>
    public static bool IsAround(ReadOnlySpan<char> term) => Telling.Contains(term) && !Objects.Contains(term);

    public static bool IsOfPath(ReadOnlySpan<char> part) => OfPaths.Contains(part);

    public static bool IsPaging(ReadOnlySpan<char> key) => Paging.Contains(key);

    public static bool IsTime(ReadOnlySpan<char> key) => Times.Contains(key);

    public static bool IsChoice(ReadOnlySpan<char> value) => Choices.Contains(value);

    public static bool IsOfCloud(ReadOnlySpan<char> value) => Clouds.Contains(value);

    public static bool IsOfHost(ReadOnlySpan<char> label) => OfHosts.Contains(label);

    public static bool IsHeader(ReadOnlySpan<char> name) => OfHeaders.Contains(name);

    public static bool IsInHeader(ReadOnlySpan<char> value) => InHeaders.Contains(value);

    public static bool IsOfLine(ReadOnlySpan<char> term) => OfLines.Contains(term);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
