"""What the first release left behind is opened by today's programs: nothing that waited is lost, changed or sent twice, and a bad end of the opening costs nothing."""
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import time
from harness import Centre, Desk, Story, done, same, CTL, DISTRICT, VILLAGE

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'data', 'first')


class OldDesk(Desk):
    def __init__(self, folder):
        self.folder, self.level, self.area, self.operator = folder, 'village', VILLAGE, 'Operator satu'


class OldCentre(Centre):
    def __init__(self, folder):
        self.folder, self.process, self.port = folder, None, 0


def restore(folder, name, dump):
    os.mkdir(folder, 0o700)
    path = os.path.join(folder, name)
    with open(os.path.join(DATA, dump), encoding='utf-8') as f, sqlite3.connect(path) as db:
        db.executescript(f.read())
    db.close()
    os.chmod(path, 0o600)
    return path


def read(path, sql):
    db = sqlite3.connect(path)
    rows = db.execute(sql).fetchall()
    db.close()
    return rows


def kept(path):
    """All that a person wrote and nobody has seen yet."""
    return (read(path, 'SELECT seq, tx, n, kind, uid, area, op, base, "set", actor, act, reason, t, state FROM change ORDER BY seq'), read(path, 'SELECT * FROM draft ORDER BY key'),
            read(path, 'SELECT uid, subject_uid, field, base, current, other FROM conflict ORDER BY uid'), read(path, 'SELECT * FROM account_secret'),
            read(path, 'SELECT kind, uid, version, data FROM base ORDER BY kind, uid'), read(path, 'SELECT uid, name, nik, version FROM resident ORDER BY uid'))


def version(path):
    assert read(path, 'PRAGMA integrity_check') == [('ok',)]
    return read(path, 'PRAGMA user_version')[0][0]


def opening(folder, **how):
    """A round without a line: opens the store, brings it up to date, and ends with 3."""
    return subprocess.Popen([CTL, '--data', folder, '--operator', 'Operator satu', 'sync'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **how)


def bound(limit):
    def set_up():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    return set_up


with Story('the changes that waited are there, are sent once and are taken') as s:
    path = restore(os.path.join(s.folder, 'desa'), 'pamong.db', 'desk.sql')
    ledger = restore(os.path.join(s.folder, 'pusat'), 'ledger.db', 'centre.sql')
    village, centre = OldDesk(os.path.dirname(path)), OldCentre(os.path.dirname(ledger))
    s.desks.append(village), s.centres.append(centre)
    before = kept(path)
    waiting = [c for c in before[0] if c[-1] == 'pending']
    assert version(path) == version(ledger) == 1 and len(waiting) == 15 and len(before[1]) == len(before[2]) == 1, waiting
    assert {'event', 'family', 'resident'} <= {c[3] for c in waiting}
    village.refused(4, 'status')                                    # a reader changes nothing
    village.refused(3, 'sync')                                      # opened, and no line yet
    assert version(path) > 1 and kept(path) == before
    assert version(path + '.before-002') == 1 and kept(path + '.before-002') == before
    assert [i['act'] for i in village.ctl('outbox')['items']] == ['family.register', 'resident.correct', 'resident.correct', 'family.split', 'resident.remove']
    status = village.status()
    assert (status['pending'], status['conflicts'], status['residents'], status['families']) == (15, 1, 7, 4), status
    assert [w['form'] for w in village.ctl('family', 'waiting')['items']] == ['F-1.16']

    centre.start()
    assert version(ledger) > 1
    db = sqlite3.connect(path)                                      # the centre of this test stands at another address
    db.execute('UPDATE device SET server_url = ?', (centre.url,))
    db.commit(), db.close()
    sent = village.sync()
    assert sent['pushed'] == 15 and sent['rejected'] == 0 and sent['conflicts'] == 0, sent
    again = village.sync()
    assert again['pushed'] == 0 and village.status()['pending'] == 0, again
    answers = read(ledger, 'SELECT seq, count(*), max(payload) FROM answer JOIN device ON device.id = answer.device WHERE seq >= %d GROUP BY device, seq' % waiting[0][0])
    assert [a for a in answers if a[0] in {c[0] for c in waiting} and a[2] is None], answers
    district = s.desk('kecamatan', 'district', DISTRICT)
    district.enrol(centre), district.sync()
    mine, theirs = village.people(), district.people()
    same(mine, theirs)
    assert len(mine) == 8, mine
    assert district.ctl('resident', 'show', '3522045709780002')['phone'] == '0812-0000-1147'
    clash = village.ctl('conflicts')['items'][0]
    village.ctl('resolve', clash['uid'], '--take', 'theirs')
    village.sync()
    assert village.status()['conflicts'] == 0

with Story('a full disk at the opening leaves the old store whole') as s:
    path = restore(os.path.join(s.folder, 'asal'), 'pamong.db', 'desk.sql')
    before, size, seen = kept(path), os.path.getsize(path), set()
    for limit in [4096, size // 2, size - 4096] + [size + 4096 * n for n in (0, 1, 2, 4, 8, 16, 32, 64, 128)]:
        folder = os.path.join(s.folder, 'penuh-%d' % limit)
        shutil.copytree(os.path.dirname(path), folder)
        there = os.path.join(folder, 'pamong.db')
        status = opening(folder, preexec_fn=bound(limit), restore_signals=False).wait(120)
        assert status in (1, 3, 4), (limit, status)
        seen.add(status == 3)
        assert kept(there) == before, limit
        if version(there) > 1:
            assert kept(there + '.before-002') == before, limit
        assert not [n for n in os.listdir(folder) if 'rusak' in n], limit
        assert opening(folder).wait(120) == 3 and version(there) > 1 and kept(there) == before, limit    # and there is room again
    assert seen == {True, False}, seen

with Story('a cut at any moment of the opening leaves it whole') as s:
    path = restore(os.path.join(s.folder, 'asal'), 'pamong.db', 'desk.sql')
    before, n, through = kept(path), 0, 0
    while through < 3:                                              # each a little later, until the opening was over before the cut
        folder = os.path.join(s.folder, 'putus-%d' % n)
        shutil.copytree(os.path.dirname(path), folder)
        there = os.path.join(folder, 'pamong.db')
        process = opening(folder)
        time.sleep(n * 0.03)
        process.kill(), process.wait(30)
        assert kept(there) == before, n
        through += version(there) > 1
        assert opening(folder).wait(120) == 3 and version(there) > 1 and kept(there) == before, n
        assert kept(there + '.before-002') == before, n
        shutil.rmtree(folder)
        n += 1
    print('# %d cuts' % n)

done()
