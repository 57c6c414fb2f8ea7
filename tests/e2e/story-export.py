"""Residents and families leave as files: masked unless a reason is given, logged, whole or not at all; at the kecamatan too."""
import csv
import io
import os
import resource
import signal
import sqlite3
import subprocess
import zipfile
from harness import CTL, DISTRICT, OTHER, VILLAGE, Story, done


def rows(path, separator=';'):
    """As a person reads them: the apostrophe that keeps a sheet from counting is none of the text (one uid in 64 begins with a dash)."""
    text = open(path, encoding='utf-8', newline='').read()
    assert text.startswith('\ufeff'), text[:20]
    return [{k: v[1:] if v.startswith("'") else v for k, v in r.items()} for r in csv.DictReader(io.StringIO(text[1:]), delimiter=separator)]


def logged(desk):
    with sqlite3.connect('file:%s?mode=ro' % os.path.join(desk.folder, 'pamong.db'), uri=True) as db:
        return [what for what, in db.execute('SELECT what FROM access_log ORDER BY id')]


with Story('the people of the register, masked; whole with a reason, which is logged before the file is there') as s:
    d = s.desk('desa')
    d.ctl('practice', '--seed', '9', '--village', VILLAGE, '--residents', '500')
    people, out = d.people(), os.path.join(s.folder, 'warga.csv')
    made = d.ctl('export', 'residents', out, '--keys')
    assert made == {'rows': 500, 'file': out, 'layout': 'plain', 'masked': True, 'report': None, 'losses': []}, made
    for row in rows(out):
        p = people[row['uid']]
        assert row['nik'] == p['nik'][:4] + '••••••••' + p['nik'][-4:] and row['name'] == p['name'] and row['sex'] == str(p['sex']), row
    e = d.refused(1, 'export', 'residents', os.path.join(s.folder, 'utuh.csv'), '--full')
    assert 'alasan' in e.err and not os.path.exists(os.path.join(s.folder, 'utuh.csv')), e.err
    assert d.ctl('export', 'residents', out, '--keys', '--full', '--reason', 'permintaan Dukcapil')['masked'] is False
    assert {r['nik'] for r in rows(out)} == {p['nik'] for p in people.values()}
    assert logged(d) == ['export masked residents plain, 500 people', 'export full residents plain, 500 people: permintaan Dukcapil'], logged(d)
    assert not [f for f in os.listdir(s.folder) if f.endswith('.part')]

with Story('chosen columns in their order, filters, another separator, families') as s:
    d = s.desk('desa')
    d.ctl('practice', '--seed', '9', '--village', VILLAGE, '--residents', '500')
    people, out = d.people(), os.path.join(s.folder, 'warga.csv')
    rt = next(iter(people.values()))
    asked = ('--dusun', rt['dusun'], '--rw', rt['rw'].lstrip('0'), '--rt', rt['rt'])
    there = [p for p in people.values() if all(p[k] == rt[k] for k in ('dusun', 'rw', 'rt'))]
    assert d.ctl('export', 'residents', out, '--columns', 'rt,name,sex', '--words', '--separator', ',', *asked)['rows'] == len(there) < 500
    assert list(rows(out, ',')[0]) == ['RT', 'Nama lengkap', 'Jenis kelamin', 'UID'] and {r['UID'] for r in rows(out, ',')} == {p['uid'] for p in there}
    made = d.ctl('export', 'families', out, '--keys', *asked)
    assert made['rows'] == len({p['kk_number'] for p in there}) and sum(int(r['members']) for r in rows(out)) == len(there), made
    gone = rt['uid']
    d.ctl('resident', 'remove', gone, '--reason', 'dobel')
    assert d.ctl('export', 'residents', out, '--keys', '--status', 'void')['rows'] == 1 and rows(out)[0]['uid'] == gone
    assert d.ctl('export', 'residents', out, '--status', 'all')['rows'] == 500 and d.ctl('export', 'residents', out)['rows'] == 499

with Story('for OpenSID and OpenDK, with what they cannot take beside it') as s:
    d = s.desk('desa')
    d.ctl('practice', '--seed', '9', '--village', VILLAGE, '--residents', '200')
    who = next(iter(d.people()))
    d.ctl('resident', 'edit', who, '-f', 'occupation=93', '-f', 'phone=081234567890')
    losses = {('pekerjaan_id', '89'), ('No. telepon', None)}
    made = d.ctl('export', 'residents', os.path.join(s.folder, 'opensid.xlsx'), '--layout', 'opensid', '--full', '--reason', 'pindah')
    assert {(x['column'], x['written']) for x in made['losses']} == losses and all(x['people'] == 1 for x in made['losses']), made
    assert made['report'] == os.path.join(s.folder, 'opensid-laporan.xlsx') and zipfile.ZipFile(made['report']).testzip() is None
    with zipfile.ZipFile(os.path.join(s.folder, 'opensid.xlsx')) as z:
        assert len([n for n in z.namelist() if n.startswith('xl/worksheets/')]) == 1                # a second sheet would be read as people
    made = d.ctl('export', 'residents', os.path.join(s.folder, 'opendk.zip'), '--layout', 'opendk', '--full', '--reason', 'kirim')
    with zipfile.ZipFile(os.path.join(s.folder, 'opendk.zip')) as z:
        assert z.namelist() == ['opendk.xlsx'] and z.testzip() is None

with Story('a kecamatan exports its villages, one of them, and for OpenSID only one') as s:
    centre = s.centre()
    a, b, d = s.desk('a'), s.desk('b', area=OTHER), s.desk('kecamatan', 'district', DISTRICT)
    for desk in (a, b, d):
        desk.enrol(centre)
    a.card(1), b.card(2)
    a.sync(), b.sync(), d.sync()
    out, here = os.path.join(s.folder, 'semua.csv'), len(a.people())
    assert d.ctl('export', 'residents', out, '--keys')['rows'] == here + len(b.people())
    assert {r['desa_id'] for r in rows(out)} == {VILLAGE, OTHER}
    assert d.ctl('export', 'residents', out, '--village', VILLAGE)['rows'] == here
    assert 'satu desa' in d.refused(1, 'export', 'residents', os.path.join(s.folder, 'x.xlsx'), '--layout', 'opensid').err
    assert d.ctl('export', 'residents', os.path.join(s.folder, 'x.xlsx'), '--layout', 'opensid', '--village', OTHER)['rows'] == len(b.people())
    assert 'Tidak ada desa itu' in d.refused(1, 'export', 'residents', out, '--village', '35.22.01.2001').err
    assert len(logged(d)) == 3

with Story('what cannot be written says why and leaves nothing') as s:
    d = s.desk('desa')
    d.ctl('practice', '--seed', '9', '--village', VILLAGE, '--residents', '300')
    before = sorted(os.listdir(s.folder))
    place = lambda name: os.path.join(s.folder, name)
    assert 'Tidak ada yang cocok' in d.refused(1, 'export', 'residents', place('a.xlsx'), '--rt', '099').err
    assert 'Foldernya belum ada' in d.refused(1, 'export', 'residents', place('tidak/a.xlsx')).err
    assert '.xlsx' in d.refused(1, 'export', 'residents', place('a.doc')).err
    assert 'kolomnya sendiri' in d.refused(1, 'export', 'families', place('a.xlsx'), '--layout', 'opensid').err
    assert 'sandi' in d.refused(1, 'export', 'residents', place('a.csv'), '--columns', 'name,sandi').err
    for words in ([], ['a.xlsx', 'b.xlsx'], ['a.xlsx', '--status', 'hidup'], ['a.csv', '--separator', 'x'], ['a.xlsx', '--sandi', 'x']):
        d.refused(2, 'export', 'residents', *words)
    for later in ('aid', 'letters'):
        assert 'bantuan dan surat' in d.refused(2, 'export', later, place('a.xlsx')).err
    assert sorted(os.listdir(s.folder)) == before, os.listdir(s.folder)
    with open(place('a.xlsx'), 'w') as f:
        f.write('lama')

    def small():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))

    r = subprocess.run([CTL, '--data', d.folder, '--operator', d.operator, 'export', 'residents', place('a.xlsx')], capture_output=True, text=True, timeout=100, preexec_fn=small)
    assert r.returncode == 4 and 'penuh' in r.stderr, (r.returncode, r.stderr)
    assert open(place('a.xlsx')).read() == 'lama' and sorted(os.listdir(s.folder)) == sorted(before + ['a.xlsx']), os.listdir(s.folder)

done()
