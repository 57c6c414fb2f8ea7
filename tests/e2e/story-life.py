"""A marriage noted at one desk, taken back at the other, and right again at the kecamatan."""
from harness import Story, done, same, DISTRICT

WIDOW, DAUGHTER, SON = '3522044101510004', '3522286507990002', '3522040303080001'


def by_nik(desk, nik):
    return [p for p in desk.people().values() if p['nik'] == nik][0]


with Story('married, taken back on another computer, right at the kecamatan') as s:
    c = s.centre()
    a, b, k = s.desk('a', operator='Siti'), s.desk('b', operator='Budi'), s.desk('kecamatan', level='district', area=DISTRICT)
    for d in (a, b, k):
        d.enrol(c)
    for n in (1, 2, 4):
        a.card(n)
    for d in (a, b, k):
        d.sync()
    before = k.people()
    same(before, b.people())

    married = a.ctl('family', 'marry', SON, DAUGHTER, '--household', 'new', '--date', '14-02-2026', '--cert', '0123/045/II/2026')
    assert married['family'] and {p['marital_status'] for p in married['items']} == {2}
    for d in (a, b, k):
        d.sync()
    assert by_nik(k, SON)['family_uid'] == by_nik(k, DAUGHTER)['family_uid'] == married['family']

    undoable = b.ctl('undo', 'list', DAUGHTER)['items']
    assert len(undoable) == 1 and len(undoable[0]['effect']) > 8, undoable
    b.refused(2, 'undo', 'act', undoable[0]['event'])
    k.refused(5, 'undo', 'act', undoable[0]['event'], '--reason', 'salah')
    b.ctl('undo', 'act', undoable[0]['event'], '--reason', 'belum jadi menikah')
    for d in (b, a, k):
        d.sync()
    for d in (a, b, k):
        now = d.people()
        for p in list(now.values()) + list(before.values()):
            p['version'] = None
        same(before, now)
    a.refused(1, 'undo', 'act', undoable[0]['event'], '--reason', 'lagi')

with Story('divorced, adopted, another number: each taken back') as s:
    d = s.desk('desa')
    for n in (1, 2, 4):
        d.card(n)
    before = d.people()
    d.ctl('family', 'divorce', '3522041208760001', '3522045709780002', '--leaver', '3522045709780002', '--date', '01-03-2026')
    d.ctl('family', 'adopt', '3522282105110003', '3522280203150021', '--reason', 'penetapan pengadilan')
    d.ctl('resident', 'correct-nik', WIDOW, '3522044101510014', '--reason', 'salah ketik')
    assert by_nik(d, '3522044101510014')['name'] == 'PONIYEM'
    for who in ('3522044101510014', '3522282105110003', '3522041208760001'):
        d.ctl('undo', 'act', d.ctl('undo', 'list', who)['items'][0]['event'], '--reason', 'salah catat')
    same(before, d.people())

done()
