namespace Legator.Cli.Scaffolds;

/// <summary>What an agent looks after, and the text that differs because of it.</summary>
/// <param name="Name">As people write it.</param>
/// <param name="Environment">Fields of the environment's spec that it needs.</param>
/// <param name="Step">What the model is told to do.</param>
/// <param name="Sheet">Entries of the action sheet.</param>
/// <param name="World">Fields of the rehearsal besides turns and scenes.</param>
/// <param name="Looks">Calls that look.</param>
/// <param name="Change">A call that changes something, which the sheet does not declare.</param>
internal sealed record ScaffoldDomain(string Name, string Environment, string Step, string Sheet, string World, string Looks, string Change)
{
    public static IReadOnlyList<ScaffoldDomain> All { get; } =
    [
        new(
            "kubernetes",
            "  namespaces:\n    apps: [demo]\n",
            "1. List the Pods of each application namespace with `kubectl.get`.\n2. For each that does not run, `kubectl.describe` it and read the end of its log with `kubectl.logs`.",
            """
              - id: list-objects
                description: List or read any object but a Secret.
                tool: kubectl.get
                tier: read
              - id: describe-objects
                description: Read one object in full.
                tool: kubectl.describe
                tier: read
              - id: read-logs
                description: Read the last lines of a Pod's log.
                tool: kubectl.logs
                tier: read
            """,
            "environment:\n  namespaces: {apps: [demo]}\n",
            """
                  - tool: kubectl.get
                    each: namespaces
                    arguments: {resource: pods, namespace: "${each.name}"}
                    as: seen
                    take:
                      stuck: {lines: '\b(CrashLoopBackOff|ImagePullBackOff|Error|Failed)\b'}
                    answer: "NAME   STATUS            RESTARTS\nweb-1  CrashLoopBackOff  17"
                  - {tool: kubectl.describe, arguments: {resource: pod, name: web-1, namespace: demo}, answer: "Reason: OOMKilled"}
                  - {tool: kubectl.logs, arguments: {name: web-1, namespace: demo}, answer: "out of memory"}
            """,
            "{tool: kubectl.delete, arguments: {resource: pod, name: web-1, namespace: demo}, as: change, expect: {verdict: deny}}"),
        new(
            "http",
            "  endpoints:\n    web:\n      url: https://shop.example.com\n      healthPath: /healthz\n",
            "1. Call each endpoint of the environment with `http.get`.\n2. What does not answer with 2xx, call once more before you report it.",
            """
              - id: probe
                description: Call an endpoint of the environment.
                tool: http.get
                tier: read
            """,
            "environment:\n  endpoints:\n    web: {url: \"https://shop.example.com\", healthPath: /healthz}\n",
            """
                  - tool: http.get
                    each: endpoints
                    arguments: {url: "${each.url}"}
                    as: seen
                    take:
                      status: {regex: '^HTTP (\d{3})'}
                    answer: "HTTP 503 Service Unavailable"
            """,
            "{tool: http.post, arguments: {url: \"${endpoints.web}\", body: \"{}\"}, as: change, expect: {verdict: deny}}"),
        new(
            "ssh",
            "  credentials:\n    web-1:\n      type: ssh-key\n      secretRef: web-1-ssh\n",
            "Each SSH credential of the environment is one host.\n\n1. `df -hP` and `free -m`: what is nearly full.\n2. `systemctl --failed --no-legend`: what does not run.",
            """
              - id: read-server
                description: Run a command that changes nothing. What the classifier does not take for a read is refused.
                tool: ssh.exec
                tier: read
            """,
            "",
            """
                  - {tool: ssh.exec, arguments: {host: web-1, command: "df -hP && free -m"}, as: seen, answer: "/dev/sda1  40G  38G  95% /"}
                  - {tool: ssh.exec, arguments: {host: web-1, command: "systemctl --failed --no-legend"}, as: units, answer: "nginx.service failed"}
            """,
            "{tool: ssh.exec, arguments: {host: web-1, command: \"rm -rf /var/log/old\"}, as: change, expect: {verdict: deny}}"),
        new(
            "sql",
            "  credentials:\n    shop-prod:\n      type: basic-auth\n      secretRef: shop-prod-db\n",
            "Each database credential of the environment is one database.\n\n1. How many connections there are, and how many are allowed.\n2. Transactions that are older than 15 minutes.\n\nRows of user tables are none of your business.",
            """
              - id: query
                description: Run one SELECT, SHOW or EXPLAIN in a read-only transaction.
                tool: sql.query
                tier: read
            """,
            "dialects: {shop-prod: postgres}\n",
            """
                  - {tool: sql.query, arguments: {database: shop-prod, query: "SELECT count(*) AS used FROM pg_stat_activity"}, as: seen, answer: "used 97"}
                  - {tool: sql.query, arguments: {database: shop-prod, query: "SELECT pid, now() - xact_start AS age FROM pg_stat_activity WHERE xact_start < now() - interval '15 minutes'"}, as: old, answer: "no rows"}
            """,
            "{tool: sql.query, arguments: {database: shop-prod, query: \"DELETE FROM orders\"}, as: change, expect: {verdict: deny}}"),
        new(
            "dns",
            "  endpoints:\n    web:\n      url: https://shop.example.com\n",
            "1. Look up A, AAAA and MX of the names that matter with `dns.query`.\n2. Look up the name of each address with `dns.reverse`.",
            """
              - id: look-up
                description: Look up a name.
                tool: dns.query
                tier: read
              - id: look-up-address
                description: Look up the name of an address.
                tool: dns.reverse
                tier: read
            """,
            "environment:\n  endpoints:\n    web: {url: \"https://shop.example.com\"}\n",
            """
                  - {tool: dns.query, arguments: {domain: shop.example.com, type: A}, as: seen, answer: "shop.example.com. 300 A 192.0.2.10"}
                  - {tool: dns.reverse, arguments: {ip: 192.0.2.10}, as: name, answer: "shop.example.com."}
            """,
            "{tool: http.get, arguments: {url: \"https://shop.example.com/\"}, as: change, expect: {verdict: deny, reason: UndeclaredAction}}"),
    ];

    /// <summary>Names of all domains, for messages.</summary>
    public static string Names { get; } = string.Join(", ", All.Select(domain => domain.Name));
}
