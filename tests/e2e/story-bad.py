"""Bad input: plain Indonesian words, nothing saved is lost."""
import json
import os
import signal
import socket
import subprocess
import threading
import time
from harness import Story, Desk, done, CARDS, CTL, VILLAGE


def card(n=1, **change):
    with open(os.path.join(CARDS, 'kartu-%d.json' % n), encoding='utf-8') as f:
        c = json.load(f)
    for key, value in change.items():
        if key == 'member':
            c['members'][0].update(value)
        else:
            c[key] = value
    return c


def rules(e):
    return {f['rule'] for f in e.out['findings']} if e.out else set()


with Story('wrong, missing and repeated numbers') as s:
    d = s.desk('desa')
    for bad in ('123', '35220412087600011', '352204120876000a', 'NIK LAMA'):
        e = d.refused(1, 'family', 'add', s.write('bad.json', card(member={'nik': bad})))
        assert 'NIK' in e.err, e.err
    assert d.people() == {}
    e = d.refused(1, 'family', 'add', s.write('bad.json', card(member={'nik': '3522281404190118'})))      # NIK = No. KK
    assert d.people() == {} and 'No. KK' in e.err
    e = d.refused(1, 'family', 'add', s.write('bad.json', card(member={'nik': '3522043208760001'})))      # day 32: override
    rule = [f['rule'] for f in e.out['findings'] if f['severity'] == 'override'][0]
    d.ctl('family', 'add', s.write('bad.json', card(member={'nik': '3522043208760001'})), '--accept', rule + '=NIK sesuai KTP')
    e = d.refused(1, 'family', 'add', s.write('bad.json', card(2, member={'nik': '3522045709780002'})))   # already alive here
    assert 'SITI AMINAH' in e.err and len(d.people()) == 4, e.err
    e = d.refused(1, 'family', 'add', s.write('bad.json', card(2, kk_number='3522281404190118')))         # No. KK used
    assert len(d.people()) == 4
    d.ctl('family', 'add', s.write('ok.json', card(2, member={'nik': '0'})))                              # belum punya NIK
    assert [p['nik'] for p in d.people().values() if p['name'] == 'PONIYEM'] == [None]

with Story('dates that are none, and dates to come') as s:
    d = s.desk('desa')
    for date, word in (('31-02-1990', '31-02-1990'), ('2090-01-01', '2090'), ('12 hari lalu', 'tanggal')):
        e = d.refused(1, 'family', 'add', s.write('bad.json', card(member={'birth_date': date})))
        assert word.lower() in e.err.lower(), e.err
    assert d.people() == {} and d.status()['residents'] == 0

with Story('names: long, emoji, control characters; quotes and HTML stay words') as s:
    d = s.desk('desa')
    for bad in ('A' * 200, 'SITI \U0001F600', 'SITI\u0007AMINAH', ''):
        d.refused(1, 'family', 'add', s.write('bad.json', card(member={'name': bad})))
    assert d.people() == {}
    d.ctl('family', 'add', s.write('ok.json', card(member={'name': "SUTRISNO <b>\"O'NEIL\"</b>; DROP TABLE resident"})))
    assert any('DROP TABLE' in p['name'] for p in d.people().values()) and d.ctl('check')['ok']

with Story('a card without a head, with two heads, that is no JSON') as s:
    d = s.desk('desa')
    for shdk in (4, ):
        d.refused(1, 'family', 'add', s.write('bad.json', card(member={'shdk': shdk})))
    two = card()
    two['members'][1]['shdk'] = 1
    d.refused(1, 'family', 'add', s.write('bad.json', two))
    for text in ('', '{', '[]', '{"members": 7}', '\0', '<html>'):
        d.refused(1, 'family', 'add', s.write('bad.json', text))
    assert d.people() == {} and d.status()['pending'] == 1      # the account alone

with Story('mistyped commands: said, and nothing done') as s:
    d = s.desk('desa')
    d.card(1)
    before, nik = d.people(), '3522041208760001'
    for words in (('resident', 'list', '--limitt', '5'), ('resident', 'list', '--limit', 'lima'), ('resident', 'edit', nik, '-f'), ('resident', 'show'),
                  ('resident', 'edit', nik, '--acept', 'x=y'), ('family', 'split'), ('nothing',), ()):
        d.refused(2, *words)
    for words in (('family', 'split', nik, '--filed', '31-02-2026'), ('family', 'change-head', '3522281404190118', nik, '--issued', 'kemarin'),
                  ('family', 'move', '3522281404190118', '--rt', '7', '--date', '31-02-2026'), ('resident', 'remove', nik, '--reason', 'ganda', '--date', '30-02-2025')):
        assert '17-08-2025' in d.refused(1, *words).err
    e = d.refused(1, 'family', 'change-head', '3522281404190118', nik)     # the head already: no event
    assert d.people() == before and d.status()['pending'] == 12
    d.card(3)
    assert 'numpang KK' in d.refused(1, 'resident', 'edit', nik, '-f', 'kk_number=3522281107220045').err      # not by an edit, and not in silence
    after = d.people()
    assert all(after[uid] == p for uid, p in before.items()), [(p, after[uid]) for uid, p in before.items() if after[uid] != p]
    d.refused(1, 'status', '--data', os.path.join(s.folder, 'lain'))       # a flag behind its command counts too
    assert len(d.ctl('resident', 'list', '--limit=2')['items']) == 2
    assert d.ctl('resident', 'remove', '3522045709780002', '--reason', 'ganda', '--date', '17-08-2025')['status'] == 'void'


class Odd(threading.Thread):
    """A server on loopback that answers every request with the same wrong bytes."""

    def __init__(self, port, answer):
        super().__init__(daemon=True)
        self.answer = answer
        self.socket = socket.create_server(('127.0.0.1', port))
        self.start()

    def run(self):
        while True:
            try:
                c, _ = self.socket.accept()
            except OSError:
                return
            with c:
                c.settimeout(2)
                try:
                    c.recv(65536)
                    for part in self.answer:
                        c.sendall(part)
                except OSError:
                    pass

    def close(self):
        # Closing alone does not wake accept().
        self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()


def http(body, status='200 OK', kind='application/vnd.pamong+json', server='lain', extra=''):
    head = 'HTTP/1.1 %s\r\nContent-Type: %s\r\nPamong-Server: %s\r\nContent-Length: %d\r\nConnection: close\r\n%s\r\n' % (status, kind, server, len(body), extra)
    return [head.encode() + body]


with Story('a server that answers HTML, half a body, 500, a bomb, another id') as s:
    import gzip
    d, centre = s.desk('desa'), s.centre()
    d.card(1)
    server_id = d.enrol(centre)['server_id']
    before = d.status()['pending']
    centre.stop()
    bomb = gzip.compress(b'0' * 200_000_000, 1)
    ok = json.dumps({'server_id': server_id, 'server_epoch': 1, 'epoch': 1, 'high': 0, 'time': 0, 'areas': [VILLAGE]}).encode()
    for answer in (http(b'<html>Selamat datang di Wi-Fi</html>', kind='text/html'), http(ok, server='lain'), http(ok[:20], server=server_id),
                   [http(ok, server=server_id)[0][:-30]], http(b'oops', '500 Internal Server Error', server=server_id),
                   http(bomb, server=server_id, extra='Content-Encoding: gzip\r\n'), [b'\0' * 70000], [b'']):
        odd = Odd(centre.port, answer)
        d.refused(3, 'sync')
        odd.close()
        assert d.status()['pending'] == before
    centre.start()
    d.sync()
    assert d.status()['pending'] == 0

with Story('a clock at 1970 and at 2099') as s:
    d, centre = s.desk('desa'), s.centre()
    d.enrol(centre)
    try:
        os.environ['PAMONG_NOW'] = '86400'
        d.card(5), d.sync()                             # people born in 2016 are entered all the same
        assert d.status()['clock_offset'] > 50 * 365 * 86400
        os.environ['PAMONG_NOW'] = '4092595200'
        d.card(1), d.sync()
        assert d.status()['clock_offset'] < -70 * 365 * 86400
    finally:
        del os.environ['PAMONG_NOW']
    d.sync()
    assert d.status()['pending'] == d.status()['clock_offset'] == 0 and len(d.people()) == 8

with Story('a second program on the same data; a newer and a damaged file') as s:
    d = s.desk('desa')
    d.card(1)
    busy = subprocess.Popen([CTL, '--data', d.folder, '--operator', d.operator, 'practice', '--seed', '1', '--village', VILLAGE, '--residents', '20000'], stdout=subprocess.DEVNULL)
    time.sleep(1.0)
    e = d.refused(4, 'family', 'add', os.path.join(CARDS, 'kartu-2.json'))
    assert 'sudah terbuka' in e.err, e.err
    assert d.status()['residents'] > 4                 # reading goes on beside it
    busy.send_signal(signal.SIGKILL)
    busy.wait()
    assert d.ctl('check')['ok']
    d.card(2)
    db = os.path.join(d.folder, 'pamong.db')
    version = subprocess.run(['sqlite3', db, 'PRAGMA user_version'], check=True, capture_output=True, text=True).stdout.strip()
    subprocess.run(['sqlite3', db, 'PRAGMA user_version = 999'], check=True)
    e = d.refused(4, 'status')
    subprocess.run(['sqlite3', db, 'PRAGMA user_version = ' + version], check=True)
    people = len(d.people())
    with open(db, 'r+b') as f:
        f.seek(0)
        f.write(b'bukan basis data')
    e = d.refused(4, 'family', 'add', os.path.join(CARDS, 'kartu-3.json'))
    assert 'rusak' in e.err, e.err
    kept = [n for n in os.listdir(d.folder) if 'rusak' in n]
    assert kept, os.listdir(d.folder)
    # The file is kept whole: with its head mended it is the same data.
    s.desks.remove(d)

with Story('a full disk: nothing half saved') as s:
    d = s.desk('desa')
    d.card(1)
    before = d.people()
    limited = 'ulimit -f %d; exec "$@"' % 1
    r = subprocess.run(['bash', '-c', 'trap "" XFSZ; ' + limited, 'bash', CTL, '--data', d.folder, '--operator', d.operator, '--json', 'family', 'add', os.path.join(CARDS, 'kartu-2.json')],
                       capture_output=True, text=True)
    assert r.returncode == 4, (r.returncode, r.stderr)
    assert 'penuh' in r.stderr or 'disk' in r.stderr.lower(), r.stderr
    assert d.people() == before and d.ctl('check')['ok']
    d.card(2)

with Story('kill -9 at any moment: what was acknowledged is there') as s:
    d = s.desk('desa')
    for wait in (0.05, 0.15, 0.3, 0.6, 1.1):
        p = subprocess.Popen([CTL, '--data', d.folder, '--operator', d.operator, 'practice', '--seed', str(int(wait * 100)), '--village', VILLAGE, '--residents', '3000'], stdout=subprocess.DEVNULL)
        time.sleep(wait)
        p.send_signal(signal.SIGKILL)
        p.wait()
        assert d.ctl('check')['ok']

done()
