using Legator.Core.Actions;

namespace Legator.Core.Tests.Actions.Classification.Shell.Commands;

public sealed class ReadingLinesTests
{
    private const string Lines = """"
        ls -la --color=never /var/log
        ls -lhtr /opt/app/releases | tail -5
        du -sh /home/* 2>/dev/null | sort -rh | head -5
        find /var/log -type f -size +50M -exec ls -lh {} +
        find /var/log -name "*.log" -mtime -1 | xargs ls -la
        find /var/log -name "*.log" | xargs grep -l ERROR
        find /opt/app -name "*.conf" -exec grep -Hn timeout {} \;
        find /var/log/app -type f -name '*.log' -exec tail -n 5 {} \;
        find /tmp -user nobody -printf '%p %s\n'
        grep -rn "listen" /etc/nginx/
        grep -r --include=*.conf max_connections /etc/postgresql
        grep -rl "10.0.0.5" /etc 2>/dev/null
        grep -E "^[^#]" /etc/ssh/sshd_config
        grep -A5 -B5 "OOM" /var/log/kern.log
        grep -c "ERROR" /var/log/app/*.log
        tail -n 200 /var/log/nginx/access.log | awk '{print $9}' | sort | uniq -c
        awk '$9 ~ /^5/' /var/log/nginx/access.log | tail
        awk -F: '{print $1, $7}' /etc/passwd
        awk 'NR==FNR{a[$1];next} ($1 in a)' a.txt b.txt
        awk '{s+=$1} END {printf "%.2f\n", s/NR}' times.txt
        awk '{c[$1]++} END {for (i in c) print c[i], i | "sort -rn"}' /var/log/nginx/access.log
        awk 'BEGIN{PROCINFO["sorted_in"]="@val_num_desc"} {c[$1]++} END{for(k in c) print k,c[k]}' f
        awk '{ if ($3 > 100) { print $1 } else if ($3 < 5) { print "low", $2 } }' data.txt
        sed -n '1,20p' /etc/fstab
        sed -n '/BEGIN/,/END/p' /etc/ssl/certs/ca.pem
        sed 's/#.*//' /etc/hosts | sed '/^\s*$/d'
        sed -E 's|https?://([^/]+)/.*|\1|' urls.txt
        sed -e '1d' -e '$d' /tmp/report
        sed 's/[^/]*$//' paths.txt
        ps -eo pid,comm,%cpu --sort=-%cpu | head
        ps -fp 1234
        ps -T -p 1234
        ps -o etime= -p "$(pidof nginx)"
        ps aux | grep "[n]ginx: worker" | wc -l
        top -b -n 1 | head -5
        top -bn1 -o %CPU
        free -g
        vmstat 1 3
        iostat -x 1 1
        ss -ltnp 'sport = :80'
        ss -tan | awk 'NR>1 {print $1}' | sort | uniq -c
        ss -u -a
        ip -brief link
        ip -s -s link show eth0
        ip route get 10.0.0.1
        ip -details link show type vxlan
        bridge vlan show
        tc -s class show dev eth0
        nft list table inet filter
        iptables -L INPUT -n --line-numbers
        iptables -t mangle -L -v -n
        iptables -C INPUT -p tcp --dport 22 -j ACCEPT
        ipset list blacklist
        conntrack -L -p tcp --dport 443
        conntrack -S
        ethtool -m eth0
        ethtool --show-ring eth0
        nmcli device show eth0
        nmcli connection show "Wired connection 1"
        resolvectl dns
        dig +short @1.1.1.1 example.com MX
        dig example.com +trace
        host -t ns example.com
        nslookup -query=mx example.com
        ping -c 4 -W 1 10.0.0.1
        mtr -n -r -c 5 1.1.1.1
        traceroute -I 8.8.8.8
        curl -s -o /dev/null -w "%{http_code}" http://localhost/healthz
        curl -fsSL http://127.0.0.1:8080/metrics | grep -c '^http_'
        curl -sk https://localhost:6443/healthz
        curl --connect-timeout 3 -m 5 -sS http://10.0.0.12:9100/metrics | head
        curl -sI -L example.com
        curl -s http://consul.service.consul:8500/v1/health/state/critical | jq '.[].Node'
        curl -s "http://localhost:9090/api/v1/query?query=up" | jq .
        curl -sS -u user:pass http://localhost:15672/api/overview
        curl -s -X GET "http://localhost:9200/_cluster/health?pretty"
        curl -s localhost:9200/_nodes/stats | jq '.nodes | length'
        curl -s --cacert /etc/ssl/ca.pem --cert /etc/ssl/c.pem https://h.example.com/health
        curl -v telnet.example.com 2>&1 | head
        wget --spider -q http://localhost:3000/
        wget -qO- http://localhost:8080/actuator/health
        nc -vz 10.0.0.5 3306
        timeout 2 bash -c '</dev/tcp/10.0.0.5/22' && echo open
        echo ruok | nc localhost 2181
        echo "show stat" | socat stdio /var/run/haproxy.sock
        echo stats | nc -w 1 localhost 11211
        openssl s_client -connect localhost:443 -servername www.example.com </dev/null 2>/dev/null | openssl x509 -noout -dates -subject
        openssl x509 -in /etc/nginx/ssl/example.com.crt -noout -text | grep DNS
        openssl crl2pkcs7 -nocrl -certfile chain.pem | openssl pkcs7 -print_certs -noout
        openssl verify -CAfile ca.pem server.crt
        systemctl list-units --state=failed --no-legend
        systemctl show -p ActiveState -p SubState nginx.service
        systemctl list-timers --no-pager
        systemctl is-active nginx mysql redis
        systemctl status 'php*-fpm'
        systemctl cat nginx | grep Exec
        journalctl -u nginx -S -1h
        journalctl -u nginx --since "2024-01-01" --until "2024-01-02" -p warning
        journalctl -fu nginx
        journalctl -o json-pretty -n 1
        journalctl --since=-5m -q | wc -l
        journalctl -b -k -p 4
        journalctl SYSLOG_IDENTIFIER=sudo -n 20
        dmesg --ctime | tail
        dmesg -w
        last -x shutdown reboot | head
        lastb | awk '{print $3}' | sort | uniq -c | sort -nr | head
        docker ps --format "table {{.Names}}\t{{.Status}}\t{{.Ports}}"
        docker logs -f --tail 10 web
        docker inspect --format='{{json .Mounts}}' web | jq
        docker stats --no-stream --format "{{.Name}}: {{.MemUsage}}" | sort
        docker system df
        docker image ls -a
        docker network inspect bridge -f '{{range .Containers}}{{.Name}} {{end}}'
        docker compose -p shop ps -a
        docker compose --file docker-compose.prod.yml logs --no-color --tail=20 api
        podman ps -a --filter status=exited
        crictl ps --name etcd -q
        crictl --runtime-endpoint unix:///run/containerd/containerd.sock ps
        kubectl -n kube-system get pods -o wide
        kubectl get nodes --show-labels
        kubectl get events --sort-by='.lastTimestamp' -A | tail -20
        kubectl logs -n prod deploy/api --since=1h | grep -i error | tail
        kubectl top pod -n prod --containers
        helm ls -n prod -o json | jq '.[].name'
        helm -n prod get values web -o yaml
        apt list --installed 2>/dev/null | grep nginx
        apt-cache policy nginx
        apt-get -qq -s upgrade
        dpkg -l | awk '/^ii/ && /linux-image/ {print $2}'
        dpkg -s nginx | grep -i version
        dpkg-query -W -f='${Package}\t${Version}\n' 'python3*'
        rpm -qa --queryformat '%{NAME} %{VERSION}\n' | sort
        rpm -q --scripts nginx
        yum -q check-update
        dnf -q list --upgrades
        dnf history list --reverse
        zypper -q lu
        snap list --all
        pip freeze | grep -i django
        pip list --outdated --format=columns
        npm ls --depth=0 --prod
        git -C /srv/app log -3 --oneline --decorate
        git -C /srv/app diff --name-only HEAD~1
        git -C /srv/app rev-parse --abbrev-ref HEAD
        git -C /srv/app remote get-url origin
        git -C /srv/app branch --show-current
        git -C /srv/app tag --sort=-creatordate | head -3
        git status -sb
        git stash list
        lsblk -o NAME,SIZE,TYPE,MOUNTPOINT -e7
        blkid /dev/sda1
        df -hT -x overlay
        findmnt -t nfs,nfs4
        mount -t nfs4
        cat /proc/mdstat
        mdadm --detail /dev/md0 | grep -E 'State|Devices'
        lvs --units g -o lv_name,vg_name,lv_size
        vgs --noheadings -o vg_free
        pvs -o +pv_uuid
        zpool status -v tank
        zfs list -r -o name,used,avail tank
        zfs get -H -o value compression tank
        smartctl -a -d sat /dev/sdb
        nvme smart-log /dev/nvme0n1
        ipmitool sensor list | grep -i temp
        ipmitool sel elist
        dmidecode -s bios-version
        lspci -vv -s 00:1f.2
        lscpu -p
        numactl --hardware
        sensors -A
        nvidia-smi -L
        nvidia-smi --query-gpu=name,temperature.gpu --format=csv
        crontab -l | grep -v '^#'
        cat /etc/cron.d/*
        cat /var/spool/cron/crontabs/root
        for u in root www-data; do echo "== $u"; crontab -u "$u" -l 2>/dev/null; done
        getent passwd | awk -F: '$3>=1000'
        getent group sudo docker
        id -un
        who -u
        w -hs
        passwd -S root
        chage -l root
        lslogins -u
        faillock
        cat /etc/sudoers
        cat /etc/passwd | cut -d: -f1
        cat /etc/nginx/conf.d/*.conf
        cat /var/log/*.log | grep -i fail | wc -l
        cat /sys/class/net/*/operstate
        cat /proc/[0-9]*/comm | sort | uniq -c | sort -rn | head
        for i in /sys/class/net/*; do echo "$(basename $i): $(cat $i/operstate)"; done
        for f in /var/log/*.log; do echo "$f $(wc -l < "$f")"; done
        for pid in $(pgrep java); do echo $pid; cat /proc/$pid/status | grep VmRSS; done
        while read -r h; do ping -c1 -W1 "$h" >/dev/null && echo "$h up"; done < /etc/hosts.list
        for s in nginx mysql; do systemctl is-active $s; done
        if [ -f /etc/debian_version ]; then cat /etc/debian_version; fi
        [ -e /var/run/nginx.pid ] && ps -p $(cat /var/run/nginx.pid)
        pgrep -f 'java.*kafka' >/dev/null || echo "kafka down"
        uptime | awk -F'load average:' '{print $2}'
        cut -d' ' -f1 /var/log/nginx/access.log | sort | uniq -c | sort -nr | head -20
        date -d @1700000000 '+%F'
        date --date='yesterday' +%F
        TZ=UTC date '+%Y-%m-%dT%H:%M:%SZ'
        timedatectl show --property=NTPSynchronized
        chronyc -n sources
        ntpq -p
        hostnamectl --static
        uname -r && cat /etc/os-release
        lsb_release -d
        sysctl -n vm.swappiness
        sysctl kernel.pid_max fs.file-max
        sysctl -a | grep conntrack
        lsmod | grep -E '^(br_netfilter|overlay)'
        modinfo -F version e1000e
        lsof -i -P -n | grep LISTEN
        lsof +D /var/log/app
        lsof -c nginx | wc -l
        lsof -p $(pgrep -o nginx)
        fuser -v /var/log/syslog
        strace -V
        env | sort
        printenv | grep -i proxy
        ulimit -Sn
        cat /proc/sys/fs/file-nr
        tree -L 1 /opt
        stat -c '%n %s %y' /var/log/*.log
        md5sum /etc/nginx/nginx.conf
        sha256sum /opt/app/*.jar
        file /usr/local/bin/*
        readlink -f /proc/1234/exe
        zgrep -c "error" /var/log/nginx/error.log.*.gz
        zcat -f /var/log/syslog* | grep -i oom
        tar -tzf /backup/etc.tar.gz | head
        tar tvf backup.tar
        unzip -l release.zip
        jq -r '.services[] | .name' /etc/app/config.json
        jq --arg n web '.[] | select(.name==$n)' /tmp/x.json
        yq '.spec.replicas' deploy.yaml
        xmllint --xpath '//version/text()' pom.xml
        column -s, -t /tmp/x.csv
        diff -u /etc/hosts /etc/hosts.bak
        comm -3 <(sort a) <(sort b)
        nginx -T 2>&1 | grep -E 'server_name|listen'
        apachectl -t -D DUMP_VHOSTS
        haproxy -c -f /etc/haproxy/haproxy.cfg -f /etc/haproxy/conf.d
        php-fpm -t
        sshd -T | grep -i permitroot
        postconf -n | grep relay
        mailq | head
        exim -bp
        postqueue -p | grep -c '^[A-F0-9]'
        named-checkzone example.com /var/named/example.com.zone
        rabbitmqctl list_queues -p / name messages
        rabbitmqctl node_health_check
        kafka-topics.sh --bootstrap-server localhost:9092 --describe --topic orders
        /opt/kafka/bin/kafka-consumer-groups.sh --bootstrap-server localhost:9092 --list
        etcdctl --endpoints=https://127.0.0.1:2379 --cacert=/etc/kubernetes/pki/etcd/ca.crt --cert=/etc/kubernetes/pki/etcd/server.crt --key=/etc/kubernetes/pki/etcd/server.key endpoint health
        pg_isready -h localhost
        pg_lsclusters -h
        mysqladmin -u root status
        mysqladmin ping
        nodetool status
        consul members -detailed
        vault status -format=json
        virsh list --all
        virsh -c qemu:///system list
        ceph -s
        ceph osd df tree
        ceph health detail -f json-pretty
        gluster volume info all
        fail2ban-client status sshd
        ufw status numbered
        firewall-cmd --zone=public --list-all
        getenforce
        ausearch -m avc -ts today
        aureport -l --failed
        semanage fcontext -l
        certbot certificates
        supervisorctl status all
        pm2 ls
        monit summary
        logrotate -d /etc/logrotate.d/nginx
        watch -n 1 -t 'ss -s'
        watch df -h
        timeout 10s journalctl -f -u nginx
        nice -n 10 find / -xdev -type f -size +1G
        time curl -s -o /dev/null http://localhost
        bash -c 'for i in 1 2 3; do uptime; sleep 1; done'
        sh -c 'df -h | grep -v tmpfs'
        echo "$(hostname): $(uptime -p)"
        printf "%-20s %s\n" "$(hostname)" "$(nproc)"
        test -d /opt/app && ls /opt/app
        command -v docker kubectl helm
        type -p python3
        which nginx haproxy
        java -version
        python3 -V
        node --version
        help cd
        man -f ls
        true && echo ok
        history | tail -20
        arch; nproc; getconf LONG_BIT
        cat <(echo a) | head
        ls | wc -l
        cat /var/log/syslog | tee /dev/null | grep -c x
        netstat -plnt | grep :80
        netstat -nat | grep -c TIME_WAIT
        sar -n DEV 1 1
        sar -f /var/log/sa/sa01
        pidstat -p 1234 1 1
        mpstat -P ALL
        jstack 1234
        jstat -gc 1234
        jcmd 1234 GC.heap_info
        jmap -histo 1234
        ss -tp | grep -v ESTAB
        iotop -bon1
        cat /var/lib/dhcp/dhclient.leases
        cat /run/systemd/resolve/resolv.conf
        cat ~/.bash_history | tail -50
        head -20 /root/.bashrc
        ls -la ~/.ssh
        cat ~/.ssh/known_hosts
        cat ~/.ssh/authorized_keys
        ssh-keygen -lf ~/.ssh/id_ed25519.pub
        ls -la /etc/ssl/private
        stat /etc/shadow
        ls -l /etc/shadow
        cat /etc/ssl/certs/ca-certificates.crt | grep -c BEGIN
        docker exec --help
        terraform version
        aws --version
        gcloud --version
        az version
        nomad job status
        flux get all -A
        argocd app get web
        istioctl version
        cat /etc/letsencrypt/renewal/*.conf
        """";

    public static TheoryData<string> Cases() => [.. Lines.Split('\n')];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Line_ThatOnlyLooks_IsARead(string line)
    {
        var found = ShellLines.Judge(line);

        found.Tier.ShouldBe(RiskTier.Read, found.Reason);
        found.Blocked.ShouldBeFalse(found.Reason);
    }
}
