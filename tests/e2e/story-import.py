"""A dirty workbook of 3,000 people: brought in, mended, brought in again, taken back, brought in; the kecamatan sees everybody once."""
import csv
import os
import re
import zipfile
from harness import DISTRICT, Story, VILLAGE, done

PEOPLE = 3000


def take_out(path, mended, rows):
    """The same workbook without these rows, as an operator strikes them out."""
    with zipfile.ZipFile(path) as book, zipfile.ZipFile(mended, 'w', zipfile.ZIP_DEFLATED) as out:
        for name in book.namelist():
            text = book.read(name)
            if name == 'xl/worksheets/sheet1.xml':
                text = re.sub(r'<row r="(\d+)".*?</row>', lambda m: '' if int(m.group(1)) in rows else m.group(0), text.decode(), flags=re.S).encode()
            out.writestr(name, text)


def people(desk):
    return {p['uid']: p for p in desk.ctl('resident', 'list', '--all')['items']}


with Story('a dirty workbook comes in, is mended, taken back and brought in again') as s:
    c = s.centre()
    a, b, k = s.desk('a'), s.desk('b'), s.desk('kecamatan', level='district', area=DISTRICT)
    for d in (a, b, k):
        d.enrol(c)
    dirty, mended, report = (os.path.join(s.folder, n) for n in ('kotor.xlsx', 'benar.xlsx', 'dicek.csv'))
    asked = ('practice', '--seed', '5', '--village', VILLAGE, '--residents', str(PEOPLE))
    a.ctl(*asked, '--dirt', '--out', dirty)

    dry = a.ctl('import', dirty, '--report', report)
    assert dry['rows'] == PEOPLE and dry['new'] + dry['refused'] == PEOPLE and dry['refused'] > 20, {k: v for k, v in dry.items() if k != 'findings'}
    assert dry['layout'] == 'opensid' and a.status()['residents'] == 0
    blocks = [f for f in dry['findings'] if f['severity'] == 'block']
    assert {f['row'] for f in blocks} and len({f['row'] for f in blocks}) == dry['refused'], dry['refused']
    assert all(f['sheet'] and f['row'] > 1 and f['column'] and f['message'] and f['remedy'] for f in blocks), blocks[:3]
    with open(report, encoding='utf-8-sig', newline='') as f:
        assert len(list(csv.reader(f, delimiter=';'))) >= len(dry['findings'])

    first = a.ctl('import', dirty, '--compiled-by', 'Pak Carik', '--commit')
    assert first['state'] == 'done' and a.status()['residents'] == dry['new'], first['state']
    a.refused(1, 'import', dirty, '--commit')
    for d in (a, b, k):
        d.sync()
    here = people(a)
    assert set(people(b)) == set(people(k)) == set(here) and len(here) == dry['new']
    assert k.ctl('import', 'list')['items'][0]['uid'] == first['uid']
    k.refused(5, 'import', dirty)

    # Of two rows about one person the later one is struck out; the card of the first then has its head again.
    twice = {f['row'] for f in blocks if f['rule'] == 'import-repeat' and int(re.search(r'baris (\d+)', f['message']).group(1)) < f['row']}
    assert len(twice) > 20
    take_out(dirty, mended, twice)
    second = a.ctl('import', mended)
    assert second['new'] > 0 and second['refused'] < dry['refused'] and second['new'] + second['changed'] + second['same'] + second['refused'] == PEOPLE - len(twice), {k: v for k, v in second.items() if k != 'findings'}
    second = a.ctl('import', mended, '--commit')
    for d in (a, b, k):
        d.sync()
    assert a.status()['residents'] == len(people(k)) == dry['new'] + second['new']

    # Taken back at the other computer of the village, which never read the file.
    b.ctl('import', 'undo', second['uid'])
    b.refused(1, 'import', 'undo', second['uid'])
    for d in (b, a, k):
        d.sync()
    for d in (a, b, k):
        assert set(people(d)) == set(here), d.folder
    third = a.ctl('import', mended, '--commit')
    assert third['new'] == second['new'], (second, third)
    for d in (a, b, k):
        d.sync()
    assert set(people(a)) == set(people(b)) == set(people(k)) and len(people(k)) == dry['new'] + third['new']
    everybody = k.ctl('resident', 'list', '--all', '--status', 'all')
    assert everybody['total'] == dry['new'] + third['new'], everybody['total']  # taken up again, not made anew
    numbers = [p['nik'] for p in people(k).values() if p['nik']]
    assert len(numbers) == len(set(numbers))
    one = next(iter(here))
    assert any(e['act'].startswith('import ') and 'kotor.xlsx' in e['source'] and 'Pak Carik' in e['source'] for e in k.ctl('resident', 'history', one)['items'])

with Story('nothing is green over nothing') as s:
    a = s.desk('a')
    empty, page = os.path.join(s.folder, 'kosong.csv'), os.path.join(s.folder, 'halaman.xlsx')
    with open(empty, 'w') as f:
        f.write('nama;nik;no_kk;tanggallahir\n')
    with open(page, 'w') as f:
        f.write('<html><body>Data Penduduk</body></html>')
    for path in (empty, page, os.path.join(s.folder, 'tidak-ada.xlsx')):
        assert a.refused(1, 'import', path, '--commit').err, path
    a.refused(2, 'import')
    a.refused(1, 'import', 'undo', 'AAAAAAAAAAAAAAAAAAAAAA')
    assert a.status()['residents'] == 0 and a.status()['pending'] == 1

done()
