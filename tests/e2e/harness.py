"""Stories by the real programs: a centre, desks, and commands; each story is a list of steps in its own file.

Paths come from meson: PAMONG_CTL, PAMONG_SERVER. Every story gets a scratch folder, and checks every store when it ends.
"""
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

CTL, SERVER = os.environ['PAMONG_CTL'], os.environ.get('PAMONG_SERVER', '')
CARDS = os.environ['PAMONG_CARDS']
VILLAGE, OTHER, DISTRICT = '35.22.28.2004', '35.22.28.2002', '35.22.28'


class Centre:
    """The real server binary on loopback; it may be cut and come back at the same address."""

    def __init__(self, folder):
        self.folder, self.process, self.port = folder, None, 0
        self.admin('init', '--regency', '35.22')
        self.start()

    def admin(self, *words):
        return subprocess.run([SERVER, 'admin', *words, '--data', self.folder], check=True, capture_output=True, text=True, timeout=60).stdout

    def start(self):
        self.process = subprocess.Popen([SERVER, '--listen', '127.0.0.1:%d' % self.port, '--data', self.folder], stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline().strip()
        assert line.startswith('listening on '), line
        self.url = line.split()[-1]
        self.port = int(self.url.rstrip('/').split(':')[-1])

    def stop(self, how=signal.SIGTERM):
        if self.process:
            self.process.send_signal(how)
            self.process.wait(30)
            self.process.stdout.close()
            self.process = None

    def code(self, level, area):
        return self.admin('code', '--level', level, '--area', area).strip().split('\n')[-1]


class Line:
    """A line to the centre on which some paths can be cut: everything else passes as it is."""

    def __init__(self, centre):
        self.cut, line = set(), self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = 'HTTP/1.1'

            def do_POST(self):
                body = self.rfile.read(int(self.headers.get('Content-Length', 0)))
                if self.path in line.cut:
                    self.close_connection = True
                    return
                far = HTTPConnection('127.0.0.1', centre.port, timeout=60)
                far.request('POST', self.path, body, dict(self.headers))
                answer = far.getresponse()
                data = answer.read()
                self.send_response(answer.status)
                for name, value in answer.getheaders():
                    if name.lower() not in ('content-length', 'connection', 'date', 'server', 'transfer-encoding'):
                        self.send_header(name, value)
                self.send_header('Content-Length', str(len(data)))
                self.end_headers()
                self.wfile.write(data)
                far.close()

            do_GET = do_POST

            def log_message(self, *words):
                pass

        self.server = ThreadingHTTPServer(('127.0.0.1', 0), Handler)
        self.server.daemon_threads = True
        self.url, self.code = 'http://127.0.0.1:%d/' % self.server.server_port, centre.code
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


class Refused(Exception):
    def __init__(self, status, out, err):
        super().__init__('exit %d: %s' % (status, err.strip()))
        self.status, self.out, self.err = status, out, err


class Desk:
    """One computer of an office."""

    def __init__(self, folder, level, area, operator):
        self.folder, self.level, self.area, self.operator = folder, level, area, operator
        self.ctl('init', '--level', level, '--area', area, '--operator', operator)

    def ctl(self, *words):
        r = subprocess.run([CTL, '--data', self.folder, '--operator', self.operator, '--json', *words], capture_output=True, text=True, timeout=300)
        out = json.loads(r.stdout) if r.stdout.strip() else None
        if r.returncode:
            raise Refused(r.returncode, out, r.stderr)
        return out

    def refused(self, status, *words):
        """The command must end with this exit; gives what it printed."""
        try:
            self.ctl(*words)
        except Refused as e:
            assert e.status == status, 'expected exit %d, got %d: %s' % (status, e.status, e.err)
            return e
        raise AssertionError('not refused: ' + ' '.join(words))

    def enrol(self, centre):
        return self.ctl('enrol', '--server', centre.url, '--code', centre.code(self.level, self.area))

    def sync(self):
        return self.ctl('sync')

    def people(self, *words):
        return {p['uid']: p for p in self.ctl('resident', 'list', '--all', '--status', 'all', *words)['items']}

    def status(self):
        return self.ctl('status')

    def card(self, n):
        return self.ctl('family', 'add', os.path.join(CARDS, 'kartu-%d.json' % n))


class Story:
    """with Story('name') as s: … prints one TAP line, keeps nothing behind."""
    number = 0

    def __init__(self, name):
        self.name, self.desks, self.centres = name, [], []

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix='pamong-e2e-')
        password = os.path.join(self.folder, 'password')
        with open(password, 'w') as f:
            f.write('rahasia-desa-1\n')
        os.environ['PAMONG_PASSWORD_FILE'] = password
        return self

    def centre(self):
        c = Centre(os.path.join(self.folder, 'centre'))
        self.centres.append(c)
        return c

    def desk(self, name, level='village', area=VILLAGE, operator=None):
        d = Desk(os.path.join(self.folder, name), level, area, operator or 'Operator ' + name)
        self.desks.append(d)
        return d

    def write(self, name, data):
        path = os.path.join(self.folder, name)
        with open(path, 'w', encoding='utf-8') as f:
            f.write(data if isinstance(data, str) else json.dumps(data))
        return path

    def __exit__(self, kind, value, trace):
        Story.number += 1
        try:
            if kind is None:
                for d in self.desks:
                    assert d.ctl('check')['ok'], 'check at ' + d.folder
            for c in self.centres:
                c.stop()
                if kind is None:
                    c.admin('check')
        except Exception as e:  # a story that ends in a bad state has failed
            kind, value = type(e), e
        if kind:
            print('# %s: %s' % (kind.__name__, str(value).replace('\n', '\n# ')))
            if trace:
                while trace.tb_next and 'harness' not in trace.tb_next.tb_frame.f_code.co_filename:
                    trace = trace.tb_next
                print('# at line %d' % trace.tb_lineno)
        print('%s %d - %s' % ('not ok' if kind else 'ok', Story.number, self.name), flush=True)
        shutil.rmtree(self.folder, ignore_errors=True)
        return True


FIELDS = ('nik', 'name', 'sex', 'birth_place', 'birth_date', 'religion', 'marital_status', 'shdk', 'education', 'occupation', 'nationality', 'blood_type',
          'father_name', 'mother_name', 'family_uid', 'marriage_date', 'kk_number', 'address', 'dusun', 'rw', 'rt', 'status', 'version')


def same(a, b):
    """The same people, field for field."""
    assert a.keys() == b.keys(), 'other people: %d and %d' % (len(a), len(b))
    for uid in a:
        for f in FIELDS:
            assert a[uid].get(f) == b[uid].get(f), '%s of %s: %r and %r' % (f, uid, a[uid].get(f), b[uid].get(f))


def done():
    print('1..%d' % Story.number)
    sys.exit(0)
