"""Isian dari kabupaten by real keys: one file into three villages, sent, one of them taken back; another village returns it as a whole, by keys too."""
import sys
from harness import Centre, Desk, VILLAGE
from journey import go, run, send, sign_in, until

BEGADON, GAYAM, MOJODELIK = '35.22.28.2002', '35.22.28.2001', VILLAGE
REGENCY_PAGE, VILLAGE_PAGE = 4, 6  # below Beranda
HEAD = 'NO KK;NIK;NAMA;JENIS KELAMIN;TEMPAT LAHIR;TANGGAL LAHIR;AGAMA;PENDIDIKAN;PEKERJAAN;STATUS KAWIN;SHDK;NAMA AYAH;NAMA IBU;ALAMAT;DUSUN;RT;RW;NO HP;DESA;KECAMATAN'


def line(kk, nik, name, sex, born, shdk, village, phone='', job='PETANI', address='JL. BARU', dusun='KRAJAN'):
    return ';'.join([kk, nik, name, sex, 'BOJONEGORO', born, 'ISLAM', 'SLTA', job, 'KAWIN', shdk, 'KASMIN', 'SUKINEM', address, dusun, '003', '001', phone, village, 'GAYAM'])


def write_file(path):
    """A head in each village, and SUTRISNO of card 1, whom Mojodelik has without a telephone number and with another occupation."""
    rows = [line('35222812012600%02d' % n, '352228120888%04d' % (100 + n), 'KARTONO ' + village.upper(), 'L', '12-08-1988', 'KEPALA KELUARGA', village)
            for n, village in enumerate(('Mojodelik', 'Begadon', 'Gayam'))]
    rows.append(line('3522281404190118', '3522041208760001', 'SUTRISNO', 'L', '12-08-1976', 'KEPALA KELUARGA', 'Mojodelik', '081234567890', 'PEDAGANG', 'JL. RAYA MOJODELIK NO. 14', 'CLEBUNG'))
    with open(path, 'w', encoding='utf-8') as f:
        f.write('\n'.join([HEAD] + rows) + '\n')


def living(desk, *words):
    return sorted(p['name'] for p in desk.people(*words).values() if p['status'] == 'alive')


def sutrisno(desk):
    return [p for p in desk.people().values() if p['name'] == 'SUTRISNO'][0]


def fill_in(j, program, regency, path):
    go(program, *['ctrl+Next'] * REGENCY_PAGE)
    j.picture('page')
    go(program, 'ctrl+o')
    program.type(path)
    go(program, 'Return')
    j.picture('columns')
    go(program, 'ctrl+s')
    program.cell('SIAK semester I 2026')
    program.cell('Dinas Dukcapil')
    program.type('30062026')
    j.picture('origin')
    go(program, 'ctrl+s')
    j.picture('villages')
    assert regency.status()['pending'] == 0, 'nothing is written before it is asked for'
    go(program, 'ctrl+s')
    until(lambda: 'KARTONO GAYAM' in living(regency), 'the people of the file')
    program.settle()
    j.picture('written')
    j.reached('a file into three villages, by keys')


def story(j):
    villages = {area: Desk(j.path(name), 'village', area, 'Operator ' + name) for area, name in ((MOJODELIK, 'mojodelik'), (BEGADON, 'begadon'), (GAYAM, 'gayam'))}
    regency, path = Desk(j.path('kabupaten'), 'regency', '35.22', 'Dewi Kabupaten'), j.path('kabupaten.csv')
    villages[MOJODELIK].card(1)
    before = living(villages[MOJODELIK])
    j.centre = Centre(j.path('centre'))
    for desk in (*villages.values(), regency):
        desk.enrol(j.centre), desk.sync()
    regency.sync()
    write_file(path)

    program = j.program('kabupaten')
    sign_in(j, program)
    fill_in(j, program, regency, path)
    send(program, regency)
    for desk in villages.values():
        desk.sync()
    assert living(villages[BEGADON]) == ['KARTONO BEGADON'] and living(villages[GAYAM]) == ['KARTONO GAYAM']
    assert living(villages[MOJODELIK]) == sorted(before + ['KARTONO MOJODELIK'])
    own = villages[MOJODELIK].ctl('resident', 'show', sutrisno(villages[MOJODELIK])['uid'])
    assert (own['phone'], own['occupation']) == ('081234567890', 9), own
    assert [c['field'] for c in villages[MOJODELIK].ctl('conflicts')['items']] == ['occupation']
    j.reached('sent: what was blank is filled, what the village typed stays and is asked about')

    # The first of the table is Gayam: there it is taken back.
    go(program, 'alt+d')
    j.picture('effect')
    go(program, 'alt+l')
    until(lambda: 'KARTONO GAYAM' not in living(regency), 'one village to be taken back')
    program.settle()
    j.picture('one-back')
    send(program, regency)
    for desk in villages.values():
        desk.sync()
    assert living(villages[GAYAM]) == [] and living(villages[BEGADON]) == ['KARTONO BEGADON']
    j.reached('taken back in one village of three')

    # Mojodelik returns all of it.
    window = j.program('mojodelik')
    sign_in(j, window)
    go(window, *['ctrl+Next'] * VILLAGE_PAGE)
    go(window, 'alt+s')
    go(window, 'Return')
    j.picture('village')
    go(window, 'alt+n')
    j.picture('village-effect')
    go(window, 'alt+k')
    until(lambda: living(villages[MOJODELIK]) == before, 'the village to return it')
    window.settle()
    j.picture('village-returned')
    assert sutrisno(villages[MOJODELIK]).get('phone') is None
    send(window, villages[MOJODELIK])
    window.quit()
    program.come()
    send(program, regency)
    j.picture('regency-sees')
    states = {b['village']: b['state'] for b in regency.ctl('inject', 'list')['items']}
    assert states == {MOJODELIK: 'undone', BEGADON: 'done', GAYAM: 'undone'}, states
    assert living(regency) == sorted(before + ['KARTONO BEGADON'])
    program.quit()
    assert all(desk.ctl('check')['ok'] for desk in (*villages.values(), regency))
    j.reached('returned by another village, which the regency sees')


if __name__ == '__main__':
    sys.exit(run(story))
