"""Letters: numbers that are never given twice, and a paper that is checked at the kecamatan without a line."""
import os
import sqlite3

os.environ['PAMONG_NOW'] = '1773118800'  # 10 March 2026: the year stands in every number
from harness import Story, done, DISTRICT

BUDGET = 20


def people(desk):
    return [p['uid'] for p in desk.ctl('resident', 'list', '--all')['items']]


def head(desk):
    desk.ctl('official', 'add', '-f', 'post=1', '-f', 'form=1', '-f', 'name=SUDARTO', '-f', 'since=2019-08-01')


def issue(desk, uid, *words):
    return desk.ctl('letter', 'issue', uid, '--type', 'sktm', '-f', 'keperluan=beasiswa', *words)


def verify(desk, code):
    try:
        return desk.ctl('letter', 'verify', '--code', code)['outcome']
    except Exception as refused:
        assert refused.status == 1, refused
        return refused.out['outcome']


with Story('twenty letters on each of two PCs without a line: no number twice') as s:
    one, centre = s.desk('satu'), s.centre()
    one.card(1)
    head(one)
    one.enrol(centre), one.sync()
    two = s.desk('dua')
    two.enrol(centre), two.sync()
    centre.stop()
    uids = people(one)
    given = [[issue(desk, uids[n % len(uids)])['number_text'] for n in range(BUDGET)] for desk in (one, two)]
    assert given[0] == ['400.10.4.4/%03d/2026' % n for n in range(1, BUDGET + 1)], given[0]
    assert given[1] == ['400.10.4.4/%03d-B/2026' % n for n in range(1, BUDGET + 1)], given[1]
    assert not set(given[0]) & set(given[1])
    centre.start()
    for desk in (one, two, one):
        desk.sync()
    for desk in (one, two):
        numbers = [row['number_text'] for row in desk.ctl('letter', 'list')['items']]
        assert sorted(numbers) == sorted(given[0] + given[1])
        assert desk.status()['conflicts'] == 0 and desk.status()['held'] == 0
    assert issue(one, uids[0])['number_text'] == '400.10.4.4/%03d/2026' % (BUDGET + 1)   # each goes on with its own
    assert issue(two, uids[0])['number_text'] == '400.10.4.4/%03d-B/2026' % (BUDGET + 1)

with Story('a letter is checked at the kecamatan without a line, also after it was made void') as s:
    village, centre = s.desk('desa'), s.centre()
    district = s.desk('kecamatan', 'district', DISTRICT)
    village.card(1)
    head(village)
    before = issue(village, people(village)[0])                       # signed before any centre knew the desk
    village.enrol(centre), district.enrol(centre)
    pdf = os.path.join(s.folder, 'surat.pdf')
    letter = issue(village, people(village)[0], '--out', pdf)
    nik = village.ctl('resident', 'show', people(village)[0])['nik']
    assert nik not in letter['code'] and letter['subject_name'].split()[0] not in letter['code']
    district.sync()
    assert verify(district, letter['code']) == 'not-found'            # the village has not sent it yet
    village.sync(), district.sync()
    centre.stop()
    assert verify(district, letter['code']) == 'matches'
    assert verify(district, before['code']) == 'matches'
    assert verify(district, ' ' + letter['code'].lower() + '\n') == 'matches'
    assert verify(district, letter['code'].replace(':2026-', ':2025-', 1)) == 'differs'
    assert verify(district, letter['code'].replace('/%03d/' % letter['number'], '/777/', 1)) == 'not-found'
    assert district.ctl('letter', 'verify', '--pdf', pdf)['outcome'] == 'matches'
    with open(pdf, 'ab') as f:
        f.write(b'%% one word more')
    assert district.refused(1, 'letter', 'verify', '--pdf', pdf).out['outcome'] == 'differs'
    district.refused(1, 'letter', 'verify', '--code', 'https://example.org/surat')
    centre.start()
    village.ctl('letter', 'void', letter['uid'], '--reason', 'salah orang')
    village.sync(), district.sync()
    centre.stop()
    assert verify(district, letter['code']) == 'void'
    assert verify(district, before['code']) == 'matches'
    district.refused(5, 'letter', 'void', before['uid'], '--reason', 'bukan wewenang')
    assert issue(village, people(village)[0])['number'] == letter['number'] + 1     # the number of the void one stays

with Story('a village\'s own words travel to its other PC, and go back to what is built in') as s:
    one, centre = s.desk('satu'), s.centre()
    one.card(1)
    head(one)
    one.enrol(centre), one.sync()
    two = s.desk('dua')
    two.enrol(centre), two.sync()
    body = os.path.join(s.folder, 'body.txt')
    with open(body, 'w', encoding='utf-8') as f:
        f.write('[kop]\n[judul] SURAT DESA KAMI\n[nomor]\n\nMenerangkan {subject.name} untuk {answer.keperluan}.\n[ttd]\nkanan: pejabat\n[/ttd]\n')
    one.ctl('letter', 'type', 'sktm', '--body', body)
    one.sync(), two.sync()
    for desk in (one, two):
        letter = issue(desk, people(desk)[0])
        pdf = os.path.join(s.folder, 'own.pdf')
        desk.ctl('letter', 'file', letter['uid'], '--out', pdf)
        assert os.path.getsize(pdf) > 1000
    two.ctl('letter', 'type', 'sktm', '--built-in')
    two.sync(), one.sync()
    db = sqlite3.connect('file:%s?mode=ro' % os.path.join(one.folder, 'pamong.db'), uri=True)
    assert db.execute('SELECT count(*), max(ini IS NOT NULL OR body IS NOT NULL) FROM letter_type').fetchone() == (1, 0)
    db.close()

with Story('numbers go on from the paper register; two desks that were both "the first" are told apart') as s:
    one, centre = s.desk('satu'), s.centre()
    one.card(1)
    head(one)
    one.ctl('letter', 'go-on', '--number', '215')
    assert issue(one, people(one)[0])['number_text'] == '400.10.4.4/215/2026'
    one.refused(1, 'letter', 'numbering', '-f', 'pattern={klas}/{no}')         # without the year
    one.ctl('letter', 'numbering', '-f', 'unit=412.211', '-f', 'padding=4')
    assert issue(one, people(one)[0])['number_text'] == '400.10.4.4/0216/412.211/2026'
    two = s.desk('dua')                                                         # no centre has told it who it is
    two.card(2)
    head(two)
    two.ctl('letter', 'desk', '--number', '2')
    assert issue(two, people(two)[0])['number_text'] == '400.10.4.4/001-B/2026'
    one.enrol(centre), two.enrol(centre)
    one.sync(), two.sync(), one.sync()
    numbers = [row['number_text'] for row in one.ctl('letter', 'list')['items']]
    assert len(numbers) == len(set(numbers)) == 3, numbers

with Story('opinions reach the kecamatan without a name') as s:
    village, centre = s.desk('desa'), s.centre()
    district = s.desk('kecamatan', 'district', DISTRICT)
    village.enrol(centre), district.enrol(centre)
    for answer in '1124':
        village.ctl('opinion', 'note', '--type', 'sktm', '--answer', answer)
    village.sync(), district.sync()
    rows = district.ctl('opinion', 'list')['items']
    assert [(r['area'], r['type'], r['very'], r['well'], r['not']) for r in rows] == [(village.area, 'sktm', 2, 1, 1)], rows

done()
