"""Possible doubles found at one desk, said to be two people, and not asked about again at the other nor at the kecamatan."""
from harness import Story, done, VILLAGE, DISTRICT

AGAIN = {'name': 'St. Aminah', 'sex': 'P', 'birth_place': 'Bojonegoro', 'birth_date': '17-09-1978', 'religion': 'islam', 'marital_status': '2', 'shdk': 'lainnya',
         'education': '4', 'occupation': '2', 'nationality': 'wni', 'father_name': 'Kasmuri', 'kk_number': '3522281404190118'}
SITI = '3522045709780002'


def pair_of(desk):
    found = desk.ctl('doubles', 'list')
    assert found['total'] == len(found['items']), found
    return found['items']

with Story('two people once said are two people everywhere') as s:
    c = s.centre()
    a, b, k = s.desk('a', operator='Siti'), s.desk('b', operator='Budi'), s.desk('kecamatan', level='district', area=DISTRICT)
    for d in (a, b, k):
        d.enrol(c)
    a.card(1)
    assert pair_of(a) == []
    again = a.ctl('resident', 'add', *[w for f, v in AGAIN.items() for w in ('-f', f + '=' + v)])
    for d in (a, b, k):
        d.sync()
    for d in (a, b, k):
        pairs = pair_of(d)
        assert len(pairs) == 1 and pairs[0]['other']['uid'] == again['uid'], pairs
        assert pairs[0]['rank'] in ('likely', 'certain') and {'name-spelled', 'birth-same', 'nik-one'} <= set(pairs[0]['reasons']), pairs
        assert pairs[0]['one']['has_nik'] and not pairs[0]['other']['has_nik'] and SITI not in str(pairs), pairs
        assert 'tanpa NIK' in pairs[0]['words'], pairs
    assert a.ctl('doubles', 'list', '--village', VILLAGE)['total'] == 1
    assert k.ctl('doubles', 'list', '--village', '35.22.28.2002')['total'] == 0

    b.refused(2, 'doubles', 'not', SITI, again['uid'])
    b.refused(1, 'doubles', 'not', SITI, again['uid'], '--reason', ' ')
    b.refused(1, 'doubles', 'not', SITI, SITI, '--reason', 'orangnya lain')
    b.refused(1, 'doubles', 'not', SITI, '3522045709789999', '--reason', 'orangnya lain')
    b.refused(2, 'doubles', 'list', '--village', '99.99')
    k.refused(5, 'doubles', 'not', SITI, again['uid'], '--reason', 'orangnya lain')
    assert b.ctl('outbox')['total'] == 0
    b.ctl('doubles', 'not', SITI, again['uid'], '--reason', 'Bu RT kenal keduanya')
    b.ctl('doubles', 'not', again['uid'], SITI, '--reason', 'sudah ditanyakan')
    assert b.ctl('outbox')['total'] == 1, b.ctl('outbox')
    for d in (b, a, k):
        d.sync()
    for d in (a, b, k):
        assert pair_of(d) == [], d.folder

done()
