"""Capaian: the regency says how many people a village should have, and the village and those above read how far it is."""
from harness import Story, done, DISTRICT, OTHER, VILLAGE
import subprocess


def row(district, area):
    return [p for p in district.ctl('places')['items'] if p['area'] == area][0]


with Story('a target set at the centre is measured by in the village and at the kecamatan') as s:
    village, other, centre = s.desk('desa'), s.desk('lain', area=OTHER), s.centre()
    district = s.desk('kecamatan', 'district', DISTRICT)
    for n in (1, 2, 3):
        village.card(n)
    other.card(4)
    for d in (village, other, district):
        d.enrol(centre), d.sync()
    people = village.status()['residents']
    assert village.status()['coverage'] is None and row(district, VILLAGE)['coverage'] is None
    village.sync(), other.sync()                                     # who works above
    assert village.sync()['pulled'] == 0                             # that it was heard of is no news to itself
    centre.admin('target', '--village', VILLAGE, '--residents', str(people * 2), '--source', 'DKB semester I 2026', '--date', '30-06-2026')
    assert village.sync()['pulled'] == 1 and other.sync()['pulled'] == 0
    district.sync()
    assert village.status()['coverage'] == 50.0 and row(district, VILLAGE)['coverage'] == 50.0, village.status()
    assert other.status()['coverage'] is None and row(district, OTHER)['coverage'] is None

    centre.stop()                                                    # no line: what is known stays
    village.refused(3, 'sync')
    assert village.status()['coverage'] == 50.0
    centre.admin('target', '--file', s.write('target.csv', 'village,residents,families\n%s,%d,9\n%s,40,12\n' % (VILLAGE, people * 4, OTHER)))
    assert village.status()['coverage'] == 50.0
    centre.start()
    for d in (village, other, district):
        d.sync()
    assert village.status()['coverage'] == 25.0 and row(district, VILLAGE)['coverage'] == 25.0
    assert other.status()['coverage'] == round(1000 * other.status()['residents'] // 40 / 10, 1), other.status()
    assert village.sync()['pulled'] == 0

    bad = s.write('salah.csv', 'village,residents\n%s,10\n%s,3.200\n' % (VILLAGE, OTHER))
    try:
        centre.admin('target', '--file', bad)
        raise AssertionError('a faulty list was taken')
    except subprocess.CalledProcessError as e:
        assert e.returncode == 1 and 'Baris 3' in e.stderr and 'tanpa titik' in e.stderr, e.stderr
    village.sync()
    assert village.status()['coverage'] == 25.0
    centre.admin('target', '--village', VILLAGE, '--clear')
    village.sync(), district.sync()
    assert village.status()['coverage'] is None and row(district, VILLAGE)['coverage'] is None

done()
