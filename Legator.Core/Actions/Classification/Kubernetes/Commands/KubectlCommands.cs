using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Kubernetes.Commands;

/// <summary>The commands of kubectl. What is not in here is a plug-in, or a command of a kubectl to come: nothing that Legator knows.</summary>
internal static class KubectlCommands
{
    private const string Out = "allow-missing-template-keys o:output= show-managed-fields template= no-headers show-labels ";
    private const string File = "f:filename= k:kustomize= R:recursive ";
    private const string Label = "l:selector= ";
    private const string Everywhere = "A:all-namespaces ";
    private const string Dry = "dry-run? ";
    private const string Edit = Out + "field-manager= validate? save-config record? ";
    private const string Change = Edit + Dry;
    private const string Removal = "cascade? force grace-period= timeout= wait ";
    private const string Set = Change + File + Label + "all local overwrite resource-version= ";
    private const string Create = Change + "append-hash ";

    private static readonly List<KubectlCommand> Table =
    [
        new("get", ReadingCommands.Get, new(Out, File, Label, Everywhere, "chunk-size= field-selector= ignore-not-found L:label-columns= output-watch-events raw= server-print show-kind sort-by= subresource= w:watch watch-only export for= types= limit=")),
        new("describe", ReadingCommands.Describe, new(File, Label, Everywhere, "chunk-size= show-events")),
        new("logs", ReadingCommands.Logs, new(Label, "all-containers all-pods c:container= f:follow ignore-errors insecure-skip-tls-verify-backend limit-bytes= max-log-requests= pod-running-timeout= prefix p:previous since= since-time= tail= timestamps interactive")) { Aliases = ["log"] },
        new("top node", ReadingCommands.TopNode, new(Label, "no-headers show-capacity sort-by= use-protocol-buffers")) { Aliases = ["nodes", "no"] },
        new("top pod", ReadingCommands.TopPod, new(Label, Everywhere, "containers field-selector= no-headers sort-by= sum use-protocol-buffers show-swap")) { Aliases = ["pods", "po"] },
        new("events", ReadingCommands.Events, new(Out, Everywhere, "chunk-size= for= types= w:watch")),
        new("explain", ReadingCommands.Ask, new("api-version= o:output= recursive")),
        new("api-resources", ReadingCommands.Ask, new("api-group= cached categories= namespaced no-headers o:output= show-managed-fields allow-missing-template-keys template= sort-by= verbs=")),
        new("api-versions", ReadingCommands.Ask, new()),
        new("version", ReadingCommands.Ask, new("client o:output= short")),
        new("cluster-info", ReadingCommands.Ask, new()),
        new("cluster-info dump", ReadingCommands.Dump, new(Out, Everywhere, "namespaces= output-directory= pod-running-timeout=")),
        new("options", ReadingCommands.Help, new()),
        new("help", ReadingCommands.Help, new()),
        new("completion", ReadingCommands.Ask, new()),
        new("plugin list", ReadingCommands.Ask, new("name-only")),
        new("auth can-i", ReadingCommands.Ask, new(Everywhere, "list no-headers q:quiet subresource=")),
        new("auth whoami", ReadingCommands.Ask, new(Out)),
        new("auth reconcile", ConfigCommands.Reconcile, new(Change, File, "remove-extra-permissions remove-extra-subjects")),
        new("config view", ReadingCommands.ConfigView, new(Out, "flatten merge? minify raw")),
        new("config current-context", ReadingCommands.Ask, new()),
        new("config get-contexts", ReadingCommands.Ask, new("no-headers o:output=")),
        new("config get-clusters", ReadingCommands.Ask, new()),
        new("config get-users", ReadingCommands.Ask, new()),
        new("config use-context", ConfigCommands.Change, new()) { Aliases = ["use"] },
        new("config rename-context", ConfigCommands.Change, new()),
        new("config delete-context", ConfigCommands.Change, new()),
        new("config delete-cluster", ConfigCommands.Change, new()),
        new("config delete-user", ConfigCommands.Change, new()),
        new("config set", ConfigCommands.Change, new("set-raw-bytes?")),
        new("config unset", ConfigCommands.Change, new()),
        new("config set-cluster", ConfigCommands.Change, new("embed-certs? insecure-skip-tls-verify?")),
        new("config set-context", ConfigCommands.Change, new("current")),
        new("config set-credentials", ConfigCommands.Change, new("auth-provider-arg= embed-certs? exec-api-version= exec-arg= exec-env= exec-interactive-mode= exec-provide-cluster-info?")),
        new("diff", ReadingCommands.Diff, new(File, Label, "concurrency= field-manager= force-conflicts prune prune-allowlist= server-side show-managed-fields")),
        new("wait", ReadingCommands.Wait, new(Out, Label, Everywhere, "f:filename= R:recursive all field-selector= for= local timeout=")),
        new("kustomize", ReadingCommands.Kustomize, new("as-current-user enable-alpha-plugins enable-helm e:env= helm-api-versions= helm-command= helm-debug helm-kube-version= load-restrictor= mount= network network-name= o:output= reorder=")),
        new("rollout status", ReadingCommands.RolloutStatus, new(File, Label, "revision= timeout= w:watch")),
        new("rollout history", ReadingCommands.RolloutHistory, new(Out, File, Label, "revision=")),
        new("rollout restart", ChangingCommands.Restart, new(Out, File, Label, "field-manager=")),
        new("rollout undo", ChangingCommands.Undo, new(Out, File, Label, Dry, "to-revision=")),
        new("rollout pause", ChangingCommands.Pause, new(Out, File, Label, "field-manager=")),
        new("rollout resume", ChangingCommands.Resume, new(Out, File, Label, "field-manager=")),
        new("scale", ChangingCommands.Scale, new(Out, File, Label, Dry, "all current-replicas= replicas= resource-version= timeout= record?")),
        new("autoscale", ChangingCommands.Autoscale, new(Change, File, "cpu-percent= cpu= memory= max= min= name=")),
        new("label", ChangingCommands.Mark, new(Set, Everywhere, "field-selector= list")),
        new("annotate", ChangingCommands.Mark, new(Set, Everywhere, "field-selector= list")),
        new("taint", ChangingCommands.Taint, new(Change, Label, "all overwrite")) { Aliases = ["taints"] },
        new("cordon", ChangingCommands.Cordon, new(Dry, Label)),
        new("uncordon", ChangingCommands.Cordon, new(Dry, Label)),
        new("drain", ChangingCommands.Drain, new(Dry, Label, "chunk-size= delete-emptydir-data delete-local-data disable-eviction force grace-period= ignore-daemonsets ignore-errors pod-selector= skip-wait-for-delete-timeout= timeout=")),
        new("delete", ChangingCommands.Delete, new(File, Label, Everywhere, Dry, Removal, "all field-selector= ignore-not-found i:interactive now o:output= raw=")),
        new("edit", ChangingCommands.Edit, new(Edit, File, "output-patch subresource= windows-line-endings")),
        new("expose", ChangingCommands.Expose, new(Change, File, "cluster-ip= external-ip= l:labels= load-balancer-ip= name= override-type= overrides= port= protocol= selector= session-affinity= target-port= type= container-port= generator=")),
        new("set env", ChangingCommands.Set, new(Set, "c:containers= e:env= from= keys= list prefix= resolve")),
        new("set image", ChangingCommands.Set, new(Set)),
        new("set resources", ChangingCommands.Set, new(Set, "c:containers= limits= requests=")),
        new("set selector", ChangingCommands.Set, new(Set)),
        new("set serviceaccount", ChangingCommands.Set, new(Set)) { Aliases = ["sa"] },
        new("set subject", ChangingCommands.Set, new(Set, "group= serviceaccount= user=")),
        new("patch", CreatingCommands.Patch, new(Change, File, "local p:patch= patch-file= subresource= type=")),
        new("apply", CreatingCommands.Apply, new(Change, File, Label, Removal, "all force-conflicts openapi-patch overwrite prune prune-allowlist= prune-whitelist= server-side subresource= applyset=")),
        new("apply view-last-applied", ReadingCommands.ViewLastApplied, new(File, Label, "all o:output=")),
        new("apply set-last-applied", ConfigCommands.SetLastApplied, new(Change, File, "create-annotation")),
        new("apply edit-last-applied", ChangingCommands.Edit, new(Edit, File, "windows-line-endings")),
        new("replace", CreatingCommands.Replace, new(Change, File, Removal, "raw= subresource=")),
        new("create", CreatingCommands.CreateFile, new(Change, File, Label, "edit raw= windows-line-endings")),
        new("create clusterrole", CreatingCommands.Create, new(Create, "aggregation-rule= non-resource-url= resource= resource-name= verb=")),
        new("create clusterrolebinding", CreatingCommands.Create, new(Create, "clusterrole= group= serviceaccount= user=")),
        new("create configmap", CreatingCommands.Create, new(Create, "from-env-file= from-file= from-literal=")) { Aliases = ["cm"] },
        new("create cronjob", CreatingCommands.Create, new(Create, "image= restart= schedule=")) { Aliases = ["cj"] },
        new("create deployment", CreatingCommands.Create, new(Create, "image= port= r:replicas=")) { Aliases = ["deploy", "dep"] },
        new("create ingress", CreatingCommands.Create, new(Create, "annotation= class= default-backend= rule=")) { Aliases = ["ing"] },
        new("create job", CreatingCommands.Create, new(Create, "from= image=")),
        new("create namespace", CreatingCommands.Create, new(Create)) { Aliases = ["ns"] },
        new("create poddisruptionbudget", CreatingCommands.Create, new(Create, "max-unavailable= min-available= selector=")) { Aliases = ["pdb"] },
        new("create priorityclass", CreatingCommands.Create, new(Create, "description= global-default preemption-policy= value=")) { Aliases = ["pc"] },
        new("create quota", CreatingCommands.Create, new(Create, "hard= scopes=")) { Aliases = ["resourcequota"] },
        new("create role", CreatingCommands.Create, new(Create, "resource= resource-name= verb=")),
        new("create rolebinding", CreatingCommands.Create, new(Create, "clusterrole= group= role= serviceaccount= user=")),
        new("create serviceaccount", CreatingCommands.Create, new(Create)) { Aliases = ["sa"] },
        new("create token", CreatingCommands.Token, new(Out, "audience= bound-object-kind= bound-object-name= bound-object-uid= duration=")),
        new("create secret generic", CreatingCommands.Create, new(Create, "from-env-file= from-file= from-literal= type=")),
        new("create secret tls", CreatingCommands.Create, new(Create, "cert= key=")),
        new("create secret docker-registry", CreatingCommands.Create, new(Create, "docker-email= docker-password= docker-server= docker-username= from-file=")),
        new("create service clusterip", CreatingCommands.Create, new(Create, "clusterip= tcp=")),
        new("create service nodeport", CreatingCommands.Create, new(Create, "node-port= tcp=")),
        new("create service loadbalancer", CreatingCommands.Create, new(Create, "tcp=")),
        new("create service externalname", CreatingCommands.Create, new(Create, "external-name= tcp=")),
        new("certificate approve", ChangingCommands.Approve, new(Out, File, "force")),
        new("certificate deny", ChangingCommands.Deny, new(Out, File, "force")),
        new("run", ContainerCommands.Run, new(Change, File, Removal, "annotations= attach command env= expose image= image-pull-policy= l:labels= leave-stdin-open override-type= overrides= pod-running-timeout= port= privileged q:quiet restart= rm i:stdin t:tty limits= requests= serviceaccount= hostport= generator= schedule=")),
        new("exec", ContainerCommands.Exec, new("c:container= f:filename= pod-running-timeout= q:quiet i:stdin t:tty")),
        new("attach", ContainerCommands.Attach, new("c:container= pod-running-timeout= q:quiet i:stdin t:tty")),
        new("port-forward", ContainerCommands.PortForward, new("address= pod-running-timeout=")),
        new("proxy", ContainerCommands.Proxy, new("accept-hosts= accept-paths= address= api-prefix= append-server-path disable-filter keepalive= p:port= reject-methods= reject-paths= u:unix-socket= w:www= P:www-prefix=")),
        new("cp", ContainerCommands.Copy, new("c:container= no-preserve retries=")),
        new("debug", ContainerCommands.Debug, new("arguments-only attach c:container= copy-to= custom= env= f:filename= image= image-pull-policy= keep-annotations keep-init-containers keep-labels keep-liveness keep-readiness keep-startup profile= q:quiet replace same-node set-image= share-processes i:stdin target= t:tty")),
    ];

    /// <summary>All that are known.</summary>
    public static IReadOnlyList<KubectlCommand> All => Table;

    /// <summary>What a line without a command does: it shows help.</summary>
    public static KubectlCommand Help { get; } = new("", ReadingCommands.Help, new()) { Acts = false };

    /// <summary>Stands for every command that is not known.</summary>
    public static KubectlCommand Unknown { get; } = new("unknown", ConfigCommands.Unknown, new());

    /// <summary>The commands by their first word.</summary>
    public static FrozenDictionary<string, KubectlCommand> Root { get; } = Below("", 0);

    private static FrozenDictionary<string, KubectlCommand> Below(string prefix, int depth) => Table
        .Where(c => c.Path.StartsWith(prefix, StringComparison.Ordinal))
        .Select(c => c.Path.Split(' '))
        .Where(words => words.Length > depth)
        .Select(words => string.Join(' ', words[..(depth + 1)]))
        .Distinct(StringComparer.Ordinal)
        .Select(path => WithSubcommands(path, depth + 1))
        .SelectMany(c => c.Aliases.Prepend(c.Path[(c.Path.LastIndexOf(' ') + 1)..]).Select(name => (name, c)))
        .ToFrozenDictionary(e => e.name, e => e.c, StringComparer.Ordinal);

    private static KubectlCommand WithSubcommands(string path, int depth)
    {
        // A word that only stands before others shows help by itself, whatever follows.
        var own = Table.Find(c => c.Path == path) ?? new KubectlCommand(path, ReadingCommands.Help, new()) { Acts = false };
        var deeper = Below($"{path} ", depth);
        return deeper.Count == 0 ? own : own with { Subcommands = deeper };
    }
}
