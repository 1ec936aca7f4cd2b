#!/bin/sh
# Crawls one farm (50 hosts, 200 pages each, no pause) with Scrapy and with the product's own `crawl` command, one after the other: processor seconds per 1,000 pages, pages a second, memory.
# Scrapy reads title, text and links and writes JSON lines; ours extracts whole documents, keeps its frontier on disk and writes JSON lines. Needs python3-scrapy (apt-get install python3-scrapy).
# Usage: crawling.sh [HOSTS [PAGES]]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
hosts=${1:-50}
pages=${2:-200}
work=$(mktemp -d)
farm=
trap '[ -z "$farm" ] || kill "$farm" 2>/dev/null; rm -rf "$work"' EXIT
dotnet build "$here/Benchmarks.csproj" -c Release -v q --nologo >"$work/build" 2>&1 || { cat "$work/build"; exit 1; }
dotnet build "$here/../../src/Worker/Worker.csproj" -c Release -v q --nologo >"$work/build" 2>&1 || { cat "$work/build"; exit 1; }
dotnet "$here/bin/Release/net10.0/Benchmarks.dll" farm "$hosts" "$pages" >"$work/port" 2>"$work/farm.err" &
farm=$!
until [ -s "$work/port" ]; do sleep 0.2; done
/usr/bin/python3 - "$here" "$work" "$hosts" "$pages" "$(cat "$work/port")" <<'PY'
import json, os, resource, subprocess, sys, time
here, work, hosts, pages, port = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5])
address = lambda n: '127.0.%d.%d' % ((256 + n) // 256, (256 + n) % 256)

config = os.path.join(work, 'config')
os.makedirs(os.path.join(config, 'sites'))
open(os.path.join(config, 'opinionwatch.yaml'), 'w').write('organisation: 示例局\ndata: ./data\nfetch: { userAgent: "OpinionWatch/1.0", delay: 0s, allowAddresses: ["127.0.0.0/8"] }\nmail: { from: a@example.cn, pickup: ./data/outgoing }\n')
with open(os.path.join(config, 'sites', 'farm.yaml'), 'w') as sites:
    for n in range(hosts):
        sites.write('- { id: h%d, name: 示例%d, kind: list, tier: portal, region: 益阳, delay: 0s, start: ["http://%s:%d/"] }\n' % (n, n, address(n), port))
for name in ('contacts.yaml', 'escalation.yaml', 'grading.yaml', 'area.yaml', 'lexicon'):
    os.symlink(os.path.join(here, '../../config', name), os.path.join(config, name))

spider = os.path.join(work, 'spider.py')
open(spider, 'w').write('''
import scrapy
class Farm(scrapy.Spider):
    name = 'farm'
    start_urls = %r
    custom_settings = dict(CONCURRENT_REQUESTS=64, CONCURRENT_REQUESTS_PER_DOMAIN=1, DOWNLOAD_DELAY=0, ROBOTSTXT_OBEY=True, LOG_LEVEL='ERROR', TELNETCONSOLE_ENABLED=False)
    def parse(self, response):
        for link in response.css('ul.news-list a::attr(href)').getall():
            yield response.follow(link, self.parse_article)
    def parse_article(self, response):
        yield dict(url=response.url, title=response.css('h1::text').get(), text='\\n'.join(response.css('.content p::text').getall()), links=response.css('a::attr(href)').getall())
''' % (['http://%s:%d/' % (address(n), port) for n in range(hosts)],))

def run(name, command, out, count):
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.time()
    with open(out, 'w') as sink, open(os.path.join(work, name + '.err'), 'w') as err:
        code = subprocess.run(command, stdout=sink, stderr=err, cwd=work).returncode
    wall, after = time.time() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    got = count()
    print('%-12s exit %d  %d pages  %.1f s  %.0f pages/s  %.2f processor s per 1,000 pages' % (name, code, got, wall, got / wall, 1000 * cpu / max(1, got)), flush=True)
    if got != hosts * pages:
        print(open(os.path.join(work, name + '.err')).read()[-2000:])
    return 1000 * cpu / max(1, got)

def lines(path): return sum(1 for _ in open(path))
scrapy_out, our_out = os.path.join(work, 'scrapy.jsonl'), os.path.join(work, 'ours.jsonl')
peer = run('scrapy', ['/usr/bin/python3', '-m', 'scrapy', 'runspider', spider, '-o', scrapy_out], os.path.join(work, 'scrapy.log'), lambda: lines(scrapy_out))
program = os.path.join(here, '../../src/Worker/bin/Release/net10.0/opinionwatch.dll')
ours = run('opinionwatch', ['/bin/sh', '-c', 'dotnet %s crawl --config %s --data %s & pid=$!; while kill -0 $pid 2>/dev/null; do grep VmHWM /proc/$pid/status > %s/peak 2>/dev/null || true; sleep 0.5; done; wait $pid' % (program, config, os.path.join(work, 'data'), work)], our_out, lambda: lines(our_out))
print('ratio %.2f of scrapy; peak memory of ours %s' % (ours / peer, open(os.path.join(work, 'peak')).read().split(':')[1].strip() if os.path.getsize(os.path.join(work, 'peak')) else 'unknown'))
PY
