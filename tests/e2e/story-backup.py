"""A computer dies: the backup on a flash disk goes on in another one, and nobody sends twice."""
import json
import os
import shutil
from harness import Desk, Line, Story, same, done, DISTRICT, VILLAGE

PASSPHRASE = 'empat kata untuk brankas'
NIK, OTHER_NIK = '3522041208760001', '3522045709780002'


def back_up(s, desk, name='flash'):
    flash = os.path.join(s.folder, name)
    os.makedirs(flash, exist_ok=True)
    os.environ['PAMONG_PASSPHRASE_FILE'] = s.write('sandi', PASSPHRASE + '\n')
    return desk.ctl('backup', 'create', flash)


class Restored(Desk):
    """A new computer that begins with a backup."""

    def __init__(self, story, name, backup, operator):
        self.folder, self.level, self.area, self.operator = os.path.join(story.folder, name), 'village', VILLAGE, operator
        self.restored = self.ctl('backup', 'restore', backup['file'])


def die(s, desk):
    s.desks.remove(desk)
    shutil.rmtree(desk.folder)


def devices(centre):
    return json.loads(centre.admin('devices', '--json').split('\n')[0])


with Story('the laptop is dead: an old backup goes on where the centre is') as s:
    village, centre = s.desk('desa'), s.centre()
    district = s.desk('kecamatan', 'district', DISTRICT)
    village.enrol(centre), district.enrol(centre)
    village.card(1), village.card(2)
    village.sync()
    village.ctl('resident', 'edit', NIK, '-f', 'phone=0812-0000-1111')          # in the backup, not sent yet
    backup = back_up(s, village)
    assert backup['waiting'] > 0 and backup['residents'] == len(village.people()), backup
    verified = village.ctl('backup', 'verify', backup['file'])
    assert verified['computer'] and verified['residents'] == backup['residents']
    village.ctl('resident', 'edit', NIK, '-f', 'phone=0812-0000-2222')
    village.ctl('resident', 'edit', OTHER_NIK, '-f', 'occupation=9')
    lost = village.card(3)                                                      # only the centre knows of it
    village.sync(), district.sync()
    before, high = village.people(), devices(centre)
    operator = village.operator
    die(s, village)

    new = Restored(s, 'baru', backup, operator)
    s.desks.append(new)
    assert new.restored['replaced'] is None
    assert len(new.people()) == len(before) - len(lost['members'])              # the same day, without a line
    new.ctl('resident', 'edit', OTHER_NIK, '-f', 'blood_type=2')                # works on before it has a line
    card = new.card(4)
    first = new.sync()
    assert first['conflicts'] == first['rejected'] == 0, first
    people = new.people()
    assert len(people) == len(before) + len(card['members']), (len(people), len(before))
    shown = new.ctl('resident', 'show', NIK)
    assert shown['phone'] == '0812-0000-2222', shown                            # the later one, not what waited in the backup
    shown = new.ctl('resident', 'show', OTHER_NIK)
    assert (shown['occupation'], shown['blood_type']) == (9, 2), shown
    assert new.status()['pending'] == 0 and new.status()['held'] == 0
    district.sync()
    same(people, district.people())                                             # nothing lost, nothing doubled
    again = new.sync()
    assert again['pushed'] == 0 and again['pulled'] == 0, again
    device = [d for d in devices(centre) if d['area'] == VILLAGE]
    assert len(device) == 1 and device[0]['epoch'] == 2, device

    second = Restored(s, 'kedua', backup, operator)                             # the same backup on another computer
    s.desks.append(second)
    second.ctl('resident', 'edit', OTHER_NIK, '-f', 'blood_type=1')
    refused = second.refused(1, 'sync')
    assert 'pulihkan' in refused.err or 'put back' in refused.err, refused.err
    assert second.status()['pending'] > 0                                       # kept
    assert new.ctl('resident', 'show', OTHER_NIK)['blood_type'] == 2
    new.ctl('resident', 'edit', OTHER_NIK, '-f', 'phone=0812-0000-3333')
    assert new.sync()['pushed'] == 1                                            # the first one is not disturbed

    centre.admin('release', device[0]['id'])                                    # the office chose the second after all
    third = second.sync()
    assert third['conflicts'] == 2 and third['rejected'] == 0, third            # what it still had to send is a person's to settle, never taken unseen
    assert second.ctl('resident', 'show', OTHER_NIK)['blood_type'] == 2
    assert second.ctl('resident', 'show', NIK)['phone'] == '0812-0000-2222'
    new.ctl('resident', 'edit', NIK, '-f', 'phone=0812-0000-4444')
    new.refused(1, 'sync')
    district.sync()
    same(second.people(), district.people())

with Story('a backup put back on the same computer: the same day, and the wrong one first') as s:
    village, centre = s.desk('desa'), s.centre()
    village.enrol(centre)
    village.card(1), village.sync()
    monday = back_up(s, village, 'senin')
    village.card(2), village.sync()
    friday = back_up(s, village, 'jumat')
    village.card(3), village.sync()
    everybody = village.people()
    r = village.ctl('backup', 'restore', monday['file'])
    assert r['replaced']['residents'] == len(everybody) and os.path.exists(r['replaced']['kept']), r
    village.sync()
    same(village.people(), everybody)
    village.ctl('backup', 'restore', friday['file'])
    village.ctl('resident', 'edit', NIK, '-f', 'phone=0812-0000-5555')
    village.sync()
    assert len(village.people()) == len(everybody)
    assert village.ctl('resident', 'show', NIK)['phone'] == '0812-0000-5555'

with Story('a fetch that breaks off is gone on with, and a late change of the old computer is not passed over') as s:
    village, centre = s.desk('desa'), s.centre()
    line = Line(centre)
    village.enrol(line)
    village.card(1), village.sync()
    backup = back_up(s, village)
    village.card(2), village.sync()
    new = Restored(s, 'baru', backup, village.operator)
    s.desks.append(new)
    new.ctl('resident', 'edit', OTHER_NIK, '-f', 'blood_type=2')
    high = devices(centre)[0]['high']
    line.cut = {'/v1/pull'}
    new.refused(3, 'sync')
    assert devices(centre)[0]['high'] == high and new.status()['pending'] == 1  # nothing is sent before it knows all
    line.cut = set()
    village.card(3), village.sync()                                             # the old one is not dead yet
    new.sync()
    line.stop()
    assert new.people().keys() == village.people().keys() and new.status()['pending'] == 0
    assert devices(centre)[0]['epoch'] == 2

with Story('the data folder copied to a second computer: neither sends until one is chosen') as s:
    village, centre = s.desk('desa'), s.centre()
    village.enrol(centre)
    village.card(1), village.sync()
    twin = Desk.__new__(Desk)
    twin.folder, twin.level, twin.area, twin.operator = village.folder + '-kembar', village.level, village.area, village.operator
    shutil.copytree(village.folder, twin.folder)
    s.desks.append(twin)
    village.ctl('resident', 'edit', NIK, '-f', 'phone=0812-0000-7777')
    twin.ctl('resident', 'edit', OTHER_NIK, '-f', 'phone=0812-0000-8888')
    assert village.sync()['pushed'] == 1
    twin.refused(1, 'sync')                                                     # same number, other content
    village.ctl('resident', 'edit', NIK, '-f', 'occupation=9')
    village.refused(1, 'sync')
    device = [d for d in devices(centre) if d['area'] == VILLAGE][0]
    assert device['forked'], device
    centre.admin('release', device['id'])
    village.sync()
    twin.refused(1, 'sync')
    assert village.ctl('resident', 'show', NIK)['occupation'] == 9 and twin.status()['pending'] == 1

with Story('a stolen laptop: its registration is closed, the backup becomes a computer of its own') as s:
    village, centre = s.desk('desa'), s.centre()
    village.enrol(centre)
    village.card(1), village.sync()
    backup = back_up(s, village)
    village.card(2), village.sync()
    everybody = village.people()
    stolen = [d for d in devices(centre) if d['area'] == VILLAGE][0]['id']
    centre.admin('revoke', stolen)
    new = Restored(s, 'baru', backup, village.operator)
    s.desks.append(new)
    new.refused(5, 'sync')
    new.enrol(centre)
    new.ctl('resident', 'edit', NIK, '-f', 'phone=0812-0000-9999')
    r = new.sync()
    assert r['conflicts'] == r['rejected'] == 0, r
    assert new.people().keys() == everybody.keys()
    village.refused(5, 'sync')
    assert new.sync()['pushed'] == 0

with Story('what cannot be put back is refused, and nothing is touched') as s:
    village = s.desk('desa')
    village.card(1)
    backup = back_up(s, village)
    other = s.desk('tetangga', 'village', '35.22.28.2002')
    other.refused(1, 'backup', 'restore', backup['file'])
    os.environ['PAMONG_PASSPHRASE_FILE'] = s.write('salah', 'bukan sandi yang itu\n')
    village.refused(5, 'backup', 'verify', backup['file'])
    village.refused(5, 'backup', 'restore', backup['file'])
    os.environ['PAMONG_PASSPHRASE_FILE'] = s.write('pendek', 'pendek\n')
    village.refused(1, 'backup', 'create', s.folder)
    with open(backup['file'], 'r+b') as f:
        f.seek(-100, 2)
        f.write(b'x')
    os.environ['PAMONG_PASSPHRASE_FILE'] = s.write('sandi', PASSPHRASE + '\n')
    village.refused(4, 'backup', 'verify', backup['file'])
    village.refused(4, 'backup', 'restore', backup['file'])
    village.refused(1, 'backup', 'restore', s.write('foto.cadangan', 'bukan cadangan'))
    assert len(village.people()) > 0

done()
