"""The contract people script against: commands, JSON keys and exit codes, at a village and at a kecamatan."""
import json
import os
import subprocess
from harness import Story, done, CARDS, CTL, VILLAGE, DISTRICT

RESIDENT = {'uid', 'nik', 'kk_number', 'name', 'sex', 'birth_place', 'birth_date', 'religion', 'marital_status', 'shdk', 'education', 'occupation', 'nationality',
            'blood_type', 'father_name', 'mother_name', 'dusun', 'rw', 'rt', 'address', 'status', 'version', 'findings'}
STATUS = {'enrolled', 'pending', 'oldest_pending', 'held', 'conflicts', 'last_sync', 'cursors', 'residents', 'families', 'coverage', 'completeness'}
SYNC = {'pushed', 'applied', 'merged', 'conflicts', 'rejected', 'pulled', 'bytes_out', 'bytes_in', 'rounds'}
FINDING = {'rule', 'severity', 'field', 'message'}
CHILD = {'name': 'Dewi Lestari', 'sex': 'P', 'birth_place': 'Bojonegoro', 'birth_date': '17-08-2020', 'religion': 'islam', 'marital_status': '1', 'shdk': 'anak',
         'education': '1', 'occupation': '1', 'nationality': 'wni', 'father_name': 'Sutrisno', 'mother_name': 'Siti Aminah', 'kk_number': '3522281404190118'}


def has(found, keys):
    assert keys <= set(found), 'missing: %s' % sorted(keys - set(found))


with Story('every key that is promised is there') as s:
    d = s.desk('desa')
    family = d.card(1)
    has(family, {'uid', 'kk_number', 'members', 'findings'})
    has(family['members'][0], {'uid', 'nik', 'name'})
    assert family['members'][0]['shdk'] == 1
    shown = d.ctl('family', 'show', family['kk_number'])
    has(shown, {'kk_number', 'address', 'dusun', 'rw', 'rt', 'members'})
    assert d.ctl('family', 'show', family['uid'])['members'] == shown['members']
    added = d.ctl('resident', 'add', *[w for f, v in CHILD.items() for w in ('-f', f + '=' + v)])
    has(added, RESIDENT)
    assert (added['name'], added['sex'], added['birth_date'], added['shdk'], added['version']) == ('DEWI LESTARI', 2, '2020-08-17', 4, 0), added
    assert d.ctl('resident', 'show', added['uid'])['kk_number'] == family['kk_number']
    history = d.ctl('resident', 'history', added['uid'])['items']
    assert {h['field'] for h in history} >= {'name', 'birth_date'} and all(h['by'] == d.operator for h in history), history
    assert {e['act'] for e in d.ctl('outbox')['items']} == {'account.init', 'family.register', 'resident.add'}, d.ctl('outbox')
    status, centre = d.status(), s.centre()
    has(status, STATUS)
    assert status['coverage'] is None and status['residents'] == 5 and status['families'] == 1 and status['oldest_pending'] is not None, status
    d.enrol(centre)
    has(d.sync(), SYNC)
    assert list(d.status()['cursors'])[-1] and d.ctl('outbox')['total'] == 0
    e = d.refused(1, 'resident', 'edit', added['uid'], '-f', 'nik=3522041208760001')        # SUTRISNO's
    has(e.out['findings'][0], FINDING)

with Story('search and filters answer alike, with exact totals') as s:
    d = s.desk('desa')
    d.ctl('practice', '--seed', '5', '--village', VILLAGE, '--residents', '300')
    d.card(1)
    everybody = d.ctl('resident', 'list', '--all')
    assert everybody['total'] == len(everybody['items']) == d.status()['residents'] == 304
    assert len(d.ctl('resident', 'list')['items']) == 50 and d.ctl('resident', 'list')['total'] == 304
    assert d.ctl('resident', 'list', '--limit', '3')['items'] == everybody['items'][:3]
    for query in ('sutris', '3522041208760001', '3522281404190118', 'MOJODELIK 14'):
        found = d.ctl('resident', 'list', '--query', query, '--all')
        assert found['total'] == len(found['items']) > 0 and any(p['nik'] == '3522041208760001' for p in found['items']), query
    assert d.ctl('resident', 'list', '--query', 's')['total'] == 0                              # from two letters
    d.ctl('resident', 'remove', '3522041208760001', '--reason', 'tercatat dua kali')
    assert d.ctl('resident', 'list', '--status', 'void')['total'] == 1 and d.ctl('resident', 'list')['total'] == 303
    assert d.ctl('resident', 'list', '--query', '3522041208760001')['total'] == 0               # alive ones

with Story('practice is the same for the same seed') as s:
    one, two = s.desk('satu'), s.desk('dua')
    for d in (one, two):
        d.ctl('practice', '--seed', '9', '--village', VILLAGE, '--residents', '120')
    a, b = one.people(), two.people()
    assert a == b and len(a) == 120
    assert all(p['nik'] is None or len(p['nik']) == 16 for p in a.values())

with Story('practice with the dirt of real base data, and a whole kecamatan at once') as s:
    d = s.desk('kotor')
    d.ctl('practice', '--seed', '9', '--village', VILLAGE, '--residents', '1500', '--dirt')
    people = d.people()
    assert len(people) == 1500, len(people)
    without = [p for p in people.values() if p['nik'] is None]
    assert 20 < len(without) < 150, len(without)
    heads = {}
    for p in people.values():
        heads.setdefault(p['kk_number'], []).append(p['shdk'] == 1)
    assert any(sum(h) == 0 for h in heads.values()) and any(sum(h) > 1 for h in heads.values())
    assert any(p['birth_date'].endswith('-01-01') for p in people.values()) and any(p['birth_date'] < '1921' for p in people.values())
    known = {}
    for p in people.values():
        known.setdefault((p['name'], p['mother_name'], p['birth_date'][:4]), []).append(p)
    assert any(len(ps) > 1 and any(q['nik'] is None for q in ps) for ps in known.values())
    assert d.ctl('check')['ok']
    k = s.desk('kecamatan', 'district', DISTRICT)
    made = k.ctl('practice', '--seed', '9', '--area', DISTRICT)
    assert made['villages'] == 12 and made['residents'] == k.ctl('check')['residents'] > 20000, made
    assert k.refused(2, 'practice', '--seed', '9', '--area', VILLAGE)
    k.refused(1, 'practice', '--seed', '9', '--area', DISTRICT)      # somebody lives there already

with Story('practice straight into a centre: every computer fetches it on its first round') as s:
    centre = s.centre()
    fill = ('practice', '--seed', '9', '--village', VILLAGE, '--residents', '150', '--centre', centre.folder)
    d, k = s.desk('desa'), s.desk('kecamatan', 'district', DISTRICT)
    assert d.ctl(*fill)['residents'] == 150 and d.status()['residents'] == 0                   # beside the running centre
    d.refused(1, *fill)                                                                         # somebody lives there already
    d.refused(1, *fill[:-1], os.path.join(s.folder, 'tidak-ada'))
    d.refused(2, *fill, '--out', os.path.join(s.folder, 'x.xlsx'))
    for desk in (d, k):
        desk.enrol(centre), desk.sync()
        assert desk.status()['residents'] == 150 and desk.status()['pending'] == 0
    assert d.people() == k.people()
    somebody = next(p for p in d.people().values() if p['nik'])
    d.ctl('resident', 'edit', somebody['nik'], '-f', 'phone=0812-7'), d.sync(), k.sync()
    assert k.ctl('resident', 'show', somebody['nik'])['phone'] == '0812-7'

with Story('two people at one computer: each by their own name and password') as s:
    d = s.desk('desa')
    other = s.write('sandi-lain', 'kata sandi carik\n')
    has(d.ctl('account', 'add', 'Pak Carik', '--password-file', other, '--duty', '2'), {'recovery_code'})
    d.card(1)
    d.refused(5, 'resident', 'list', '--operator', 'Pak Carik')                                # her password, his name
    mine = os.environ['PAMONG_PASSWORD_FILE']
    os.environ['PAMONG_PASSWORD_FILE'] = other
    d.ctl('resident', 'edit', '3522041208760001', '-f', 'phone=0812-1', '--operator', 'pak carik')
    os.environ['PAMONG_PASSWORD_FILE'] = mine
    history = d.ctl('resident', 'history', '3522041208760001')['items']
    assert history[0]['by'] == 'Pak Carik' and history[0]['new'] == '0812-1', history[0]
    r = subprocess.run([CTL, '--data', d.folder, 'resident', 'list'], capture_output=True, text=True)
    assert r.returncode == 5 and '--operator' in r.stderr, r.stderr                             # who of the two?

with Story('a kecamatan reads and never writes a resident') as s:
    d, centre = s.desk('desa'), s.centre()
    district = s.desk('kecamatan', 'district', DISTRICT)
    d.card(1), d.enrol(centre), district.enrol(centre), d.sync(), district.sync()
    nik, kk = '3522041208760001', '3522281404190118'
    uids = {p['nik']: p['uid'] for p in district.people().values()}
    for words in (('resident', 'add', '-f', 'name=X'), ('resident', 'edit', nik, '-f', 'phone=1'), ('resident', 'remove', nik, '--reason', 'x'),
                  ('resident', 'put-back', nik, '--reason', 'x'), ('family', 'add', os.path.join(CARDS, 'kartu-2.json')), ('family', 'split', nik),
                  ('family', 'join', nik, kk, '--shdk', '9'), ('family', 'change-head', kk, nik), ('family', 'move', kk, '--rt', '9'),
                  ('family', 'issued', kk, '--kk', '3522281011260001', '--issued', '2026-11-10'), ('resolve', uids[nik], '--take', 'mine')):
        assert 'desa' in district.refused(5, *words).err.lower(), words
    assert district.status()['residents'] == 4 and district.status()['pending'] <= 1      # its own account
    assert district.ctl('resident', 'show', nik)['uid'] == uids[nik]
    place = [p for p in district.ctl('places')['items'] if p['area'] == VILLAGE][0]
    assert place['last_contact'] and place['version'] and place['residents'] == 4 and place['families'] == 1, place
    for n in (2, 3):
        d.card(n)
    d.sync(), district.sync()                                                                   # what waited when it called
    place = [p for p in district.ctl('places')['items'] if p['area'] == VILLAGE][0]
    assert place['waiting'] >= 0 and place['residents'] == 8, place
    centre.stop()
    assert district.ctl('resident', 'list', '--query', 'sutris')['total'] > 0                   # and works without a line

done()
