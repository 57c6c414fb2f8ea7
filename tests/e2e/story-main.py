"""The first thing that must be true: a family typed offline reaches the kecamatan, right, once."""
import json
from harness import Line, Story, same, done, OTHER, DISTRICT

with Story('five cards typed without a line reach the kecamatan once') as s:
    village = s.desk('desa')
    for n in range(1, 6):
        village.card(n)
    assert village.status()['pending'] > 0 and not village.status()['enrolled']
    centre = s.centre()
    village.enrol(centre)
    centre.stop()
    village.refused(3, 'sync')                      # no line: exit 3, nothing lost
    assert village.status()['pending'] > 0
    centre.start()
    first = village.sync()
    assert first['pushed'] == first['applied'] > 0 and first['rejected'] == first['conflicts'] == 0, first
    assert village.status()['pending'] == 0
    again = village.sync()
    assert again['pushed'] == 0 and again['pulled'] == 0, again    # nothing comes back that only this desk wrote
    district = s.desk('kecamatan', 'district', DISTRICT)
    district.enrol(centre)
    district.sync()
    same(village.people(), district.people())
    assert len(district.people()) == 16
    places = district.ctl('places')['items']
    assert [p['residents'] for p in places if p['area'] == village.area] == [16], places

with Story('an edit is seen at the kecamatan, with its history') as s:
    village, centre = s.desk('desa'), s.centre()
    district = s.desk('kecamatan', 'district', DISTRICT)
    village.card(1)
    village.enrol(centre), district.enrol(centre)
    village.sync(), district.sync()
    nik = '3522045709780002'
    village.ctl('resident', 'edit', nik, '-f', 'occupation=9')
    village.sync(), district.sync()
    there = district.ctl('resident', 'show', nik)
    assert there['occupation'] == 9 and there['version'] == 2, there
    history = district.ctl('resident', 'history', nik)['items']
    assert any(h['field'] == 'occupation' and h['by'] == village.operator for h in history), history
    district.refused(5, 'resident', 'edit', nik, '-f', 'occupation=2')     # residents are changed in the village only

with Story('two PCs of one village: different fields both survive') as s:
    one, centre = s.desk('satu'), s.centre()
    one.card(1)
    one.enrol(centre), one.sync()
    two = s.desk('dua')
    two.enrol(centre), two.sync()
    nik = '3522041208760001'
    one.ctl('resident', 'edit', nik, '-f', 'occupation=15')
    two.ctl('resident', 'edit', nik, '-f', 'phone=0812-0000-1147')
    one.sync()
    assert two.sync()['merged'] == 1
    one.sync()
    for desk in (one, two):
        p = desk.ctl('resident', 'show', nik)
        assert p['occupation'] == 15 and p['phone'] == '0812-0000-1147', p
    same(one.people(), two.people())

with Story('the same field: both values are kept and named, and settled once') as s:
    one, centre = s.desk('satu'), s.centre()
    one.card(1)
    one.enrol(centre), one.sync()
    two = s.desk('dua')
    two.enrol(centre), two.sync()
    district = s.desk('kecamatan', 'district', DISTRICT)
    district.enrol(centre)
    nik = '3522041208760001'
    one.ctl('resident', 'edit', nik, '-f', 'occupation=15')
    two.ctl('resident', 'edit', nik, '-f', 'occupation=8')
    one.sync()
    assert two.sync()['conflicts'] == 1
    assert two.ctl('resident', 'show', nik)['occupation'] == 15       # the centre's stays current
    one.sync(), district.sync()
    for desk in (one, two):
        c = desk.ctl('conflicts')
        assert c['total'] == 1 and desk.status()['conflicts'] == 1, c
        c = c['items'][0]
        assert c['field'] == 'occupation' and c['current']['occupation'] == 15 and c['other'][0]['values']['occupation'] == 8, c
        assert c['current_by'] == one.operator and c['other'][0]['by'] == two.operator, c
    two.ctl('resolve', two.ctl('conflicts')['items'][0]['uid'], '--take', 'mine')
    assert two.status()['conflicts'] == 0
    two.sync(), one.sync(), district.sync()
    for desk in (one, two, district):
        assert desk.ctl('resident', 'show', nik)['occupation'] == 8
        assert desk.status()['conflicts'] == 0, desk.folder
    same(one.people(), district.people())

with Story('half a birth is never put together from two desks unseen') as s:
    one, two, centre = s.desk('satu'), s.desk('dua'), s.centre()
    nik = one.card(1)['members'][0]['nik']
    line = Line(centre)
    one.enrol(centre), two.enrol(line), one.sync(), two.sync()
    one.ctl('resident', 'edit', nik, '-f', 'birth_date=13-08-1976', '--accept', 'nik-birth-date=salah di kartu')
    one.sync()
    two.ctl('resident', 'edit', nik, '-f', 'phone=0812-0000-1199')
    line.cut = {'/v1/pull'}
    two.refused(3, 'sync')                                          # sent and merged, but what it was merged with has not come
    assert two.status()['pending'] == 0, two.status()
    two.ctl('resident', 'edit', nik, '-f', 'birth_place=TUBAN')     # beside the old date
    line.cut = set()
    assert two.sync()['conflicts'] == 1
    one.sync()
    line.stop()
    for d in (one, two):
        shown = d.ctl('resident', 'show', nik)
        assert (shown['birth_place'], shown['birth_date'], shown['phone']) == ('BOJONEGORO', '1976-08-13', '0812-0000-1199'), shown
        clash = d.ctl('conflicts')['items'][0]
        assert 'TUBAN' in json.dumps(clash), clash
    history = [h['field'] for h in two.ctl('resident', 'history', nik)['items'] if h['act'] == 'resident.correct']
    assert 'birth_place' in history and history.count('birth_date') <= 1, history    # what stayed as it was is no news

with Story('a day of forty corrections is one short round') as s:
    village, centre = s.desk('desa'), s.centre()
    for n in range(1, 6):
        village.card(n)
    village.enrol(centre), village.sync()
    people = sorted(village.people().values(), key=lambda p: p['nik'] or p['name'])
    texts = {'phone': '0812-0000-11%02d', 'occupation': '%d', 'current_address': 'JL. PEMUDA NO. %d', 'father_name': 'SUPARMAN %s'}
    for i in range(40):
        field, person = list(texts)[i // 10], people[i % len(people)]
        word = 'ABCDEFGHIJ'[i % 10] if field == 'father_name' else 5 + i % 10
        if person.get(field) == word:
            word += 10                                             # what is already so would be no correction
        village.ctl('resident', 'edit', person['uid'], '-f', '%s=%s' % (field, texts[field] % word))
    day = village.sync()
    assert day['pushed'] == day['applied'] == 40, day
    print('# %d bytes out, %d in' % (day['bytes_out'], day['bytes_in']))
    assert day['bytes_out'] + day['bytes_in'] <= 3000, day

with Story('families split, join, change head, move; all of it arrives') as s:
    village, centre = s.desk('desa'), s.centre()
    district = s.desk('kecamatan', 'district', DISTRICT)
    for n in range(1, 6):
        village.card(n)
    village.enrol(centre), district.enrol(centre)
    split = village.ctl('family', 'split', '3522286507990002', '--form', 'F-1.16', '--filed', '2026-11-02', '--reason', 'menikah', '--rt', '7', '--rw', '3', '--dusun', 'SAMBIROTO')
    assert split['kk_number'] is None and split['members'][0]['shdk'] == 1 and split['rt'] == '007', split
    waiting = village.ctl('family', 'waiting')['items']
    assert [w['family'] for w in waiting] == [split['uid']] and waiting[0]['form'] == 'F-1.16', waiting
    issued = village.ctl('family', 'issued', split['uid'], '--kk', '3522281011260001', '--issued', '2026-11-10')
    assert issued['kk_number'] == '3522281011260001' and village.ctl('family', 'waiting')['total'] == 0
    village.ctl('family', 'join', '3522044101510004', '3522282509180067', '--shdk', '9')
    village.ctl('family', 'change-head', '3522281404190118', '3522045709780002', '--old-shdk', '2', '--reason', 'suami merantau')
    village.ctl('family', 'move', '3522280806200093', '--address', 'JL. PEMUDA NO. 9', '--dusun', 'KRAJAN', '--rw', '1', '--rt', '1')
    village.ctl('resident', 'remove', '3522041406160002', '--reason', 'tercatat dua kali')
    assert village.ctl('resident', 'show', '3522041406160002')['status'] == 'void'
    village.sync(), district.sync()
    same(village.people(), district.people())
    village.ctl('resident', 'put-back', '3522041406160002', '--reason', 'salah orang')
    village.sync(), district.sync()
    same(village.people(), district.people())
    assert all(p['status'] == 'alive' for p in district.people().values())

with Story('a district sees all its villages and filters by one') as s:
    a, b, centre = s.desk('a'), s.desk('b', area=OTHER), s.centre()
    district = s.desk('kecamatan', 'district', DISTRICT)
    a.card(1), b.card(2), b.card(3)
    for d in (a, b, district):
        d.enrol(centre)
    a.sync(), b.sync(), district.sync()
    assert len(district.people()) == 8
    assert len(district.people('--village', OTHER)) == 4
    assert len(a.people()) == 4 and len(b.people()) == 4           # a village gets nothing of its neighbour
    centre.stop()
    assert len(district.people()) == 8                             # and the kecamatan works without a line

done()
