"""Isian dari kabupaten: one file into three villages, one of which was offline and typed meanwhile; one taken back; a village confirms; the kecamatan sees it once."""
from harness import DISTRICT, OTHER, Story, VILLAGE, done, same

THIRD = '35.22.28.2001'
ORIGIN = ('--source', 'SIAK semester I 2026', '--compiled-by', 'Dinas Dukcapil', '--compiled-on', '30-06-2026')
HEAD = 'NO KK;NIK;NAMA;JENIS KELAMIN;TEMPAT LAHIR;TANGGAL LAHIR;AGAMA;PENDIDIKAN;PEKERJAAN;STATUS KAWIN;SHDK;NAMA AYAH;NAMA IBU;ALAMAT;DUSUN;RT;RW;NO HP;DESA;KECAMATAN'


def line(kk, nik, name, sex, born, shdk, village, phone='', job='PETANI', address='JL. BARU', dusun='KRAJAN', place='BOJONEGORO', school='SLTA', father='KASMIN', mother='SUKINEM'):
    return ';'.join([kk, nik, name, sex, place, born, 'ISLAM', school, job, 'KAWIN', shdk, father, mother, address, dusun, '003', '001', phone, village, 'GAYAM'])


def family(kk, first, village):
    """A head and a wife."""
    return [line(kk, '35222812088%05d' % first, 'KARTONO %s' % village, 'L', '12-08-1988', 'KEPALA KELUARGA', village, place='TUBAN'),
            line(kk, '35222852099%05d' % (first + 1), 'LASTRI %s' % village, 'P', '12-09-1990', 'ISTRI', village, place='TUBAN')]


def file_of(s):
    rows = [
        line('3522281404190118', '3522041208760001', 'SUTRISNO', 'L', '12-08-1976', 'KEPALA KELUARGA', 'Mojodelik', '081234567890', 'PEDAGANG', 'JL. RAYA MOJODELIK NO. 14', 'CLEBUNG'),
        line('3522281404190118', '3522045709780002', 'SITI AMINAH', 'P', '17-09-1978', 'ISTRI', 'Ds. Mojodelik', '082222222222', 'MENGURUS RUMAH TANGGA', 'JL. RAYA MOJODELIK NO. 14', 'CLEBUNG',
             school='SLTP', father='KASMURI', mother='SITI MARYAM'),
    ]
    rows += family('3522281201260001', 10001, 'MOJODELIK') + family('3522281201260002', 20001, 'Begadon') + family('3522281201260003', 30001, 'Gayam')
    rows.append(line('3522281201260004', '3522281208840001', 'TANPA DESA', 'L', '12-08-1984', 'KEPALA KELUARGA', 'Antah Berantah'))
    return s.write('kabupaten.csv', '\n'.join([HEAD] + rows) + '\n')


def village_of(answer, code):
    return [v for v in answer['villages'] if v['village'] == code][0]


def living(desk, code):
    return [p for p in desk.ctl('resident', 'list', '--village', code, '--limit', '50')['items']]


def unchecked(desk, uid):
    return 'not-checked' in [f['rule'] for f in desk.ctl('resident', 'show', uid)['findings']]


with Story('a regency fills in three villages; what a village typed or confirmed stays') as s:
    centre = s.centre()
    typed, calm, third = s.desk('mojodelik'), s.desk('begadon', area=OTHER), s.desk('gayam', area=THIRD)
    district, regency = s.desk('kecamatan', 'district', DISTRICT), s.desk('kabupaten', 'regency', '35.22')
    typed.card(1)
    for d in (typed, calm, third, district, regency):
        d.enrol(centre), d.sync()
    typed.sync(), regency.sync()

    # Dry run: figures per village, nothing written, nothing said twice.
    path = file_of(s)
    regency.refused(1, 'inject', path, '--commit')                       # from what, by whom, when?
    third.refused(5, 'inject', path, *ORIGIN)
    dry = regency.ctl('inject', path, *ORIGIN)
    assert [v['village'] for v in dry['villages']] == [THIRD, OTHER, VILLAGE], dry
    assert dry['rows'] == 9 and dry['homeless'] == 1, dry
    mine = village_of(dry, VILLAGE)
    assert (mine['rows'], mine['new'], mine['changed'], mine['refused']) == (4, 2, 2, 0), mine
    assert village_of(dry, OTHER)['new'] == 2 and village_of(dry, OTHER)['name'] == 'Begadon'
    assert regency.status()['pending'] == 0

    # Meanwhile the village is offline: it types a telephone number, and one of the new people.
    aminah = [p for p in living(typed, VILLAGE) if p['name'] == 'SITI AMINAH'][0]['uid']
    sutrisno = [p for p in living(typed, VILLAGE) if p['name'] == 'SUTRISNO'][0]['uid']
    typed.ctl('resident', 'edit', aminah, '-f', 'phone=083333333333')
    typed.ctl('resident', 'add', *sum((['-f', f] for f in ('name=KARTONO MOJODELIK', 'sex=1', 'birth_place=TUBAN', 'birth_date=1988-08-12', 'religion=1', 'education=5', 'occupation=9',
                                                           'marital_status=2', 'shdk=1', 'nationality=1', 'father_name=KASMIN', 'mother_name=SUKINEM')), []))
    typed_people = typed.people()

    done_ = regency.ctl('inject', path, *ORIGIN, '--commit')
    batch = done_['batch']
    assert all(v['state'] == 'done' for v in done_['villages']), done_
    regency.sync()
    assert regency.status()['pending'] == 0 and regency.status()['held'] == 0, regency.status()

    # Who was only waiting: two people, each to be checked, each field with its source.
    calm.sync(), district.sync()
    came = living(calm, OTHER)
    assert sorted(p['name'] for p in came) == ['KARTONO BEGADON', 'LASTRI BEGADON'], came
    assert all(unchecked(calm, p['uid']) for p in came)
    told = [h for h in calm.ctl('resident', 'history', came[0]['uid'])['items'] if h['field'] == 'name'][0]
    assert 'SIAK semester I 2026' in told['source'] and 'Dinas Dukcapil' in told['source'] and '30-06-2026' in told['source'], told
    assert told['by'] == 'Operator kabupaten', told

    # Who typed meanwhile: nothing is lost, nothing replaced in silence.
    typed.sync()
    assert typed_people.keys() <= typed.people().keys()
    clashes = {c['field']: c for c in typed.ctl('conflicts')['items']}
    assert clashes.keys() == {'occupation', 'phone'}, clashes
    person = typed.ctl('resident', 'show', sutrisno)
    assert (person['phone'], person['occupation']) == ('081234567890', 9), person
    pairs = typed.ctl('doubles', 'list')['items']
    assert len(pairs) == 1, pairs
    phone = clashes['phone']['uid']
    typed.ctl('resolve', phone, '--take', 'theirs')
    typed.ctl('resolve', clashes['occupation']['uid'], '--take', 'mine')
    typed.sync(), regency.sync(), district.sync(), typed.sync()
    assert typed.ctl('conflicts')['items'] == []
    same(typed.people(), {u: p for u, p in district.people('--village', VILLAGE).items()})

    # One confirmed, one village taken back.
    calm.ctl('resident', 'confirm', came[0]['uid'])
    assert not unchecked(calm, came[0]['uid']) and unchecked(calm, came[1]['uid'])
    calm.sync(), regency.sync()
    assert regency.ctl('inject', 'undo', batch, '--village', THIRD)['villages'] == 1
    regency.refused(1, 'inject', 'undo', batch, '--village', THIRD)
    regency.sync(), third.sync(), district.sync()
    assert living(third, THIRD) == [] and living(district, THIRD) == []
    assert len(living(district, OTHER)) == 2 and len(living(district, VILLAGE)) == len(living(typed, VILLAGE))

    # All of it: whom the village confirmed stays, what it typed stays.
    assert regency.ctl('inject', 'undo', batch)['villages'] == 2
    regency.sync()
    assert regency.status()['held'] == 0, regency.ctl('outbox', '--held')
    for d in (typed, calm, third, district, regency):
        d.sync()
    assert [p['uid'] for p in living(calm, OTHER)] == [came[0]['uid']]
    assert typed.ctl('resident', 'show', sutrisno).get('phone') is None
    assert typed.ctl('resident', 'show', aminah)['phone'] == '082222222222'  # of the two it chose this one: it is its word now
    for d, code in ((typed, VILLAGE), (calm, OTHER), (third, THIRD)):
        same(d.people(), district.people('--village', code))
        same(d.people(), regency.people('--village', code))

    # And once more: the same people, not new ones.
    again = regency.ctl('inject', path, *ORIGIN, '--keep', '--commit')
    regency.sync(), third.sync(), district.sync()
    assert len(living(third, THIRD)) == 2 and len(third.people()) == 2, third.people()
    assert len(living(district, THIRD)) == 2

with Story('the village takes a filling in back as a whole, and in again; the regency, not knowing, takes back what it can') as s:
    centre = s.centre()
    village, regency, district = s.desk('begadon', area=OTHER), s.desk('kabupaten', 'regency', '35.22'), s.desk('kecamatan', 'district', DISTRICT)
    for d in (village, district, regency):
        d.enrol(centre), d.sync()
    regency.sync()
    path = s.write('kabupaten.csv', '\n'.join([HEAD] + family('3522281201260002', 20001, 'Begadon')) + '\n')
    batch = regency.ctl('inject', path, *ORIGIN, '--commit')['batch']
    regency.sync(), village.sync()
    people = {p['name']: p['uid'] for p in living(village, OTHER)}
    assert len(people) == 2, people
    village.refused(5, 'inject', 'undo', batch)                           # that is the regency's
    regency.refused(5, 'inject', 'return', batch)
    effect = village.ctl('inject', 'return', batch, '--effect')
    assert (effect['leave'], effect['stay']) == (2, 0) and len(living(village, OTHER)) == 2, effect
    village.ctl('inject', 'return', batch)
    village.refused(1, 'inject', 'return', batch)
    village.sync(), regency.sync(), district.sync()
    for d in (village, regency, district):
        assert living(d, OTHER) == [], d.people()
    assert village.status()['held'] == 0
    assert [b['state'] for b in regency.ctl('inject', 'list')['items'] if b['uid'] == batch] == ['undone']
    regency.refused(1, 'inject', 'undo', batch)

    # A mistake of the village is mended like any other: the same people, to be checked as before.
    village.ctl('inject', 'again', batch)
    village.refused(1, 'inject', 'again', batch)
    village.sync(), regency.sync(), district.sync()
    for d in (village, regency, district):
        assert {p['name']: p['uid'] for p in living(d, OTHER)} == people
    assert all(unchecked(village, uid) for uid in people.values())

with Story('one whom the village confirmed meanwhile does not keep the others from being taken back') as s:
    centre = s.centre()
    village, regency = s.desk('begadon', area=OTHER), s.desk('kabupaten', 'regency', '35.22')
    for d in (village, regency):
        d.enrol(centre), d.sync()
    regency.sync()
    path = s.write('kabupaten.csv', '\n'.join([HEAD] + family('3522281201260002', 20001, 'Begadon')) + '\n')
    batch = regency.ctl('inject', path, *ORIGIN, '--commit')['batch']
    regency.sync(), village.sync()
    people = {p['name']: p['uid'] for p in living(village, OTHER)}
    village.ctl('resident', 'confirm', people['LASTRI BEGADON'])
    village.sync()
    regency.ctl('inject', 'undo', batch)                                   # it has not heard of it
    assert living(regency, OTHER) == []
    regency.sync(), village.sync()
    assert (regency.status()['held'], regency.status()['pending']) == (0, 0), regency.ctl('outbox', '--held')
    for d in (regency, village):
        assert [p['uid'] for p in living(d, OTHER)] == [people['LASTRI BEGADON']], d.people()
    same(village.people(), regency.people('--village', OTHER))

with Story('a desil comes from a file with source and date, at a village and from the regency') as s:
    centre = s.centre()
    village, other = s.desk('mojodelik'), s.desk('begadon', area=OTHER)
    district, regency = s.desk('kecamatan', 'district', DISTRICT), s.desk('kabupaten', 'regency', '35.22')
    village.card(1), village.card(2), other.card(3)
    for d in (village, other, district, regency):
        d.enrol(centre), d.sync()
    regency.sync()

    def desil(desk, kk):
        card = desk.ctl('family', 'show', kk)
        return card.get('desil'), card.get('desil_source'), card.get('desil_date')

    first, second, third = '3522281404190118', '3522280203150021', village.ctl('family', 'add', s.write('satu.json', {
        'kk_number': '3522281107220099', 'address': 'JL. PASAR', 'dusun': 'CLEBUNG', 'rw': '001', 'rt': '003', 'members': [
            {'nik': '3522280101700001', 'name': 'SARMIN HADI', 'sex': 1, 'birth_place': 'TUBAN', 'birth_date': '1970-01-01', 'religion': 1, 'education': 3, 'occupation': 9,
             'marital_status': 1, 'shdk': 1, 'nationality': 1, 'father_name': 'KASMIN', 'mother_name': 'SUKINEM'}]}))['kk_number']
    village.sync(), regency.sync()
    own = s.write('siks.csv', 'No. KK;Nama;Desil\n%s;SUTRISNO;2\n9999;TAK ADA;4\n%s;PONIYEM;sebelas\n' % (first, second))
    village.refused(1, 'import', own)                                     # of when?
    dry = village.ctl('import', own, '--source', 'SIKS-NG', '--compiled-on', '17-02-2026')
    assert (dry['layout'], dry['filled'], dry['refused'], dry['batches']) == ('dtsen', 1, 2, 0), dry
    assert [f['row'] for f in dry['findings']] == [3, 4] and desil(village, first) == (None, None, None), dry
    assert village.ctl('import', own, '--source', 'SIKS-NG', '--compiled-on', '17-02-2026', '--commit')['batches'] == 1
    assert desil(village, first) == (2, 'SIKS-NG', '2026-02-17'), village.ctl('family', 'show', first)
    people = len(village.people())
    village.sync()

    # The regency over all of them: by the NIK of a member too. What the village brought in itself stays until it says otherwise.
    whole = s.write('dtsen.csv', 'NO KK,NIK,DESIL,TANGGAL DESIL\n%s,,3,17-05-2026\n%s,,4,17-05-2026\n,3522280101700001,1,17-05-2026\n' % (first, second))
    regency.sync()
    got = regency.ctl('import', whole, '--source', 'DTSEN triwulan II 2026', '--compiled-by', 'Dinas Sosial', '--commit')
    assert (got['filled'], got['changed'], got['batches']) == (2, 1, 1), got
    regency.sync(), village.sync(), district.sync()
    assert desil(village, second) == (4, 'DTSEN triwulan II 2026', '2026-05-17') and desil(district, third)[0] == 1
    assert desil(village, first)[0] == 2 and [c['field'] for c in village.ctl('conflicts')['items']] == ['desil'], village.ctl('conflicts')
    later = s.write('dtsen2.csv', 'NO KK,DESIL,TANGGAL DESIL\n%s,5,17-08-2026\n%s,2,17-02-2026\n' % (second, third))
    got = regency.ctl('import', later, '--source', 'DTSEN triwulan III 2026', '--commit')
    assert (got['changed'], got['older']) == (1, 1), got
    regency.sync(), village.sync(), district.sync()
    assert desil(village, second)[0] == 5 and desil(district, third)[0] == 1 and len(village.ctl('conflicts')['items']) == 1
    batch = [b for b in regency.ctl('inject', 'list')['items'] if b['changed'] == 1][0]['uid']
    regency.ctl('inject', 'undo', batch), regency.sync(), village.sync()
    assert desil(village, second)[0] == 4 and len(village.people()) == people

done()
