using System.Globalization;

namespace Legator.EndToEnd.Tests.Rights;

/// <summary>Agents whose runs need all that runners may do, and which all triggers start.</summary>
internal static class RightsManifests
{
    /// <summary>The namespace, and the accounts of the product in it.</summary>
    public static string Before(string place) => $$"""
        apiVersion: v1
        kind: Namespace
        metadata: {name: {{place}}}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: legator-accounts-{{place}}}
        rules: [{apiGroups: [""], resources: [serviceaccounts], verbs: [get]}]
        ---
        # Operator:AgentClusterRole, which the processes of these tests have, is not of the files.
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: legator-accounts-{{place}}}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: legator-accounts-{{place}}}
        subjects: [{kind: ServiceAccount, namespace: {{place}}, name: legator-operator}]
        """;

    /// <param name="place">Their namespace.</param>
    /// <param name="site">Port of a site that asks for a credential.</param>
    public static string Agents(string place, int site) => $$"""
        apiVersion: legator.io/v1alpha1
        kind: ModelTierConfig
        metadata: {name: default}
        spec: {defaultAuth: {type: none}, tiers: [{tier: fast, provider: scripted, model: rehearsal}]}
        ---
        apiVersion: v1
        kind: Secret
        metadata: {name: alert-webhook, namespace: {{place}}}
        stringData: {secret: change-this-key-before-use}
        ---
        apiVersion: v1
        kind: Secret
        metadata: {name: site, namespace: {{place}}}
        stringData: {token: a-token-of-the-site}
        ---
        apiVersion: legator.io/v1alpha1
        kind: LegatorEnvironment
        metadata: {name: local, namespace: {{place}}}
        spec:
          endpoints: {site: {url: "http://127.0.0.1:{{site.ToString(CultureInfo.InvariantCulture)}}"} }
          credentials: {site: {type: bearer-token, secretRef: site} }
        ---
        {{Agent(place, "helper", "[{type: webhook, source: never}]", "help")}}
        ---
        {{Agent(place, "noter", $"[{{type: webhook, source: {place}, secretRef: alert-webhook, debounce: 1s}}]")}}
        ---
        {{Agent(place, "watcher", "[{type: kubernetes-event, reasons: [BackOff]}]")}}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: skill-note, namespace: {{place}}}
        data:
          SKILL.md: "---\nname: note\ndescription: Notes what it sees.\nversion: 1.0.0\n---\nNote what you see.\n"
          actions.yaml: |
            actions:
            - {id: look, tool: http.get, tier: read, description: look}
            - {id: note, tool: state.set, tier: read, description: note}
            - {id: tell, tool: event.publish, tier: read, description: tell}
            - {id: hear, tool: event.list, tier: read, description: hear}
            - {id: ask, tool: a2a.delegate, tier: service-mutation, description: ask}
          rehearsal.yaml: |
            turns:
            - call: {tool: http.get, arguments: {url: "http://127.0.0.1:{{site.ToString(CultureInfo.InvariantCulture)}}/look"} }
            - call: {tool: state.set, arguments: {key: seen, value: something} }
            - call: {tool: event.publish, arguments: {type: finding.seen, severity: info, summary: Seen.} }
            - call: {tool: event.list, arguments: {} }
            - call: {tool: a2a.delegate, arguments: {to: helper, task: "Look as well."} }
            - report: Done.
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: skill-help, namespace: {{place}}}
        data:
          SKILL.md: "---\nname: help\ndescription: Helps others.\nversion: 1.0.0\n---\nHelp.\n"
          actions.yaml: |
            actions:
            - {id: hear, tool: a2a.check, tier: read, description: hear}
            - {id: answer, tool: a2a.complete, tier: read, description: answer}
          rehearsal.yaml: |
            turns:
            - call: {tool: a2a.check, as: mine, take: {id: {json: "received[0].id"} } }
            - call: {tool: a2a.complete, arguments: {id: "${mine.id}", result: Looked.} }
            - report: Done.
        """;

    /// <summary>What the cluster tells of a Pod.</summary>
    public static string Happening(string place, DateTimeOffset at) => $$"""
        apiVersion: v1
        kind: Event
        metadata: {name: web-1.backoff, namespace: {{place}}}
        type: Warning
        reason: BackOff
        message: Back-off restarting failed container
        involvedObject: {apiVersion: v1, kind: Pod, namespace: {{place}}, name: web-1}
        firstTimestamp: "{{at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}}"
        lastTimestamp: "{{at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}}"
        count: 1
        source: {component: kubelet}
        """;

    private static string Agent(string place, string name, string triggers, string skill = "note") => $$"""
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: {{name}}, namespace: {{place}}}
        ---
        apiVersion: legator.io/v1alpha1
        kind: LegatorAgent
        metadata: {name: {{name}}, namespace: {{place}}}
        spec:
          description: Notes what it sees
          schedule: {triggers: {{triggers}}}
          model: {tier: fast}
          skills: [{name: {{skill}}, source: "configmap://skill-{{skill}}"}]
          guardrails: {autonomy: automate-safe, untrustedInput: allow}
          environmentRef: local
        """;
}
