"""Doubles merged at one desk, taken back at another, and merged by computers that did not know of each other."""
from harness import Line, Story, done, same, DISTRICT

NIK, KK = '3522041208760001', '3522281404190118'
DOUBLE = ('name=SUTRISNO', 'sex=1', 'birth_place=BOJONEGORO', 'birth_date=1976-08-12', 'religion=1', 'education=5', 'occupation=9', 'marital_status=2', 'nationality=1',
          'father_name=KASMIN', 'mother_name=SUKINEM')


def fields(*given):
    return [word for field in given for word in ('-f', field)]


def add(desk, *given):
    return desk.ctl('resident', 'add', *fields(*DOUBLE, *given))['uid']


def edit(desk, uid, *given):
    desk.ctl('resident', 'edit', uid, *fields(*given))


def merge(desk, kept, gone, *take):
    return desk.ctl('resident', 'merge', kept, gone, *[word for field in take for word in ('--take', field)], '--reason', 'orang yang sama')


def rules(desk, uid):
    return sorted({f['rule'] for f in desk.ctl('resident', 'show', uid)['findings'] if 'merge' in f['rule']})


def merges(desk, uid):
    """What can be taken back there: event -> its effect."""
    return {u['event']: u['effect'] for u in desk.ctl('undo', 'list', uid)['items'] if u['type'] == 9}


def undo(desk, event):
    desk.ctl('undo', 'act', event, '--reason', 'ternyata dua orang')


def village(s, centre=None):
    """Two desks and the kecamatan, all knowing SUTRISNO and a double of him without NIK."""
    c = centre or s.centre()
    desks = s.desk('a', operator='Siti'), s.desk('b', operator='Budi'), s.desk('kecamatan', level='district', area=DISTRICT)
    for d in desks:
        d.enrol(c)
    kept = [m['uid'] for m in desks[0].card(1)['members'] if m['nik'] == NIK][0]
    gone = add(desks[0], 'phone=0811')
    meet(desks)
    return desks, kept, gone


def meet(desks):
    """Everybody sends and reads until nobody has anything new; then all have the same people, and the kecamatan's are given."""
    a, b, k = desks
    for d in (a, b, a, k):
        d.sync()
    there = k.people()
    same(a.people(), there)
    same(b.people(), there)
    return there


def without_versions(people):
    return {uid: dict(p, version=None) for uid, p in people.items()}


with Story('merged here, seen at the kecamatan, taken back on the other computer') as s:
    desks, kept, gone = village(s)
    a, b, k = desks
    before = without_versions(a.people())
    look = a.ctl('resident', 'merge', gone, kept, '--take', 'suggested', '--effect')
    assert look['suggested']['kept'] == kept and look['suggested']['gone'] == gone and 'phone' in look['suggested']['taken'], look
    assert not any(NIK in line for line in look['effect']), look
    a.refused(1, 'resident', 'merge', kept, kept, '--reason', 'x')
    a.refused(2, 'resident', 'merge', kept, gone)
    k.refused(5, 'resident', 'merge', kept, gone, '--reason', 'x')
    assert before == without_versions(a.people())
    out = merge(a, kept, gone, 'suggested')
    assert out['kept']['phone'] == '0811' and out['gone'] == gone
    assert a.ctl('resident', 'list', '--query', 'sutrisno')['total'] == 1
    there = meet(desks)
    assert there[gone]['status'] == 'void' and there[kept]['phone'] == '0811' and rules(k, gone) == []
    for d in (a, k):
        assert [h['new'] for h in d.ctl('resident', 'history', kept)['items'] if h['field'] == 'merged_from'] == ['SUTRISNO']
        assert [h['new'] for h in d.ctl('resident', 'history', gone)['items'] if h['field'] == 'merged_into'] == ['SUTRISNO']
    edit(a, kept, 'education=7')                       # changed since: it stays
    a.sync(), b.sync()
    (event,) = merges(b, gone)
    undo(b, event)
    assert b.ctl('resident', 'list', '--query', 'sutrisno')['total'] == 2
    there = without_versions(meet(desks))
    before[kept]['education'] = 7
    assert there == before
    assert not merges(a, kept)
    a.refused(1, 'resident', 'put-back', gone, '--reason', 'lagi')

with Story('the other desk wrote on both meanwhile: nothing typed is lost, and it is told') as s:
    desks, kept, gone = village(s)
    a, b, k = desks
    merge(a, kept, gone, 'phone')
    edit(b, gone, 'current_address=SURABAYA')          # on the double: another field
    edit(b, kept, 'phone=0822', 'education=7')         # on the kept one: the same field, and another
    there = meet(desks)
    assert there[gone]['status'] == 'void' and there[gone]['current_address'] == 'SURABAYA'
    assert there[kept]['phone'] == '0811' and there[kept]['education'] == 7
    for d in desks:
        assert rules(d, gone) == rules(d, kept) == ['changed-after-merge']
    clash = k.ctl('conflicts')['items']
    assert len(clash) == 1 and clash[0]['other'][0]['values'] == {'phone': '0822'}, clash
    edit(b, kept, 'current_address=SURABAYA')          # copied: nothing is left to tell
    a.sync(), b.sync(), k.sync()
    assert rules(k, gone) == []
    (event,) = merges(b, kept)
    undo(b, event)
    there = meet(desks)
    assert there[gone]['status'] == 'alive' and there[gone]['current_address'] == there[kept]['current_address'] == 'SURABAYA'

with Story('merged the other way round on the other desk: nobody is left, until one is taken back') as s:
    desks, kept, gone = village(s)
    a, b, k = desks
    merge(a, kept, gone, 'phone')
    merge(b, gone, kept, 'nik', 'family_uid')
    (wrong,) = merges(b, kept)
    there = meet(desks)
    assert there[kept]['status'] == there[gone]['status'] == 'void'
    for d in desks:
        assert rules(d, kept) == rules(d, gone) == ['merged-both-ways']
    assert len(merges(a, kept)) == 2
    undo(a, wrong)                                     # by the desk that did not make it
    there = meet(desks)
    assert there[kept]['status'] == 'alive' and there[gone]['status'] == 'void' and rules(k, gone) == rules(k, kept) == []
    assert there[kept]['nik'] == NIK and there[kept]['phone'] == '0811' and there[gone]['nik'] is None
    assert len([m for m in k.ctl('family', 'show', KK)['members'] if m['shdk'] == 1]) == 1

with Story('merged into two people, and into one who was taken off the list') as s:
    desks, kept, gone = village(s)
    a, b, k = desks
    other = add(a, 'phone=0833')
    a.sync(), b.sync()
    merge(a, kept, gone, 'phone')
    merge(b, other, gone)
    meet(desks)
    assert rules(k, gone) == rules(a, gone) == ['merged-twice']
    ((wrong, effect),) = merges(a, other).items()
    undo(a, wrong)
    assert meet(desks)[gone]['status'] == 'void' and rules(k, gone) == []
    merge(a, kept, other)
    b.ctl('resident', 'remove', kept, '--reason', 'tidak dikenal')
    assert meet(desks)[kept]['status'] == 'void' and rules(k, gone) == rules(b, other) == ['merged-into-removed']
    b.ctl('resident', 'put-back', kept, '--reason', 'ternyata ada')
    assert meet(desks)[kept]['status'] == 'alive' and rules(k, gone) == []

with Story('the same merge on both desks, and answers that never came') as s:
    centre = s.centre()
    line = Line(centre)
    desks, kept, gone = village(s, line)
    a, b, k = desks
    merge(a, kept, gone, 'phone')
    merge(b, kept, gone, 'phone')
    line.cut = {'/v1/push'}
    a.refused(3, 'sync'), b.refused(3, 'sync')
    line.cut = set()
    meet(desks)
    both = list(merges(b, gone))
    assert len(both) == 2 and rules(k, gone) == []
    undo(b, both[0])
    assert b.ctl('resident', 'show', gone)['status'] == 'void'      # the other merge still says so
    undo(b, both[1])
    line.cut = {'/v1/push'}
    b.refused(3, 'sync')
    merge(b, kept, gone)                               # and merged again, before the line is back
    line.cut = set()
    assert meet(desks)[gone]['status'] == 'void' and len(merges(a, kept)) == 1
    line.stop()

done()
